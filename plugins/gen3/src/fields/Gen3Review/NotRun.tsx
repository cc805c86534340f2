import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { PreflightCheckResult } from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3TranslationRef } from '../../translation';

/** Checks that could not be asked, with the reason: they have not passed. */
export function NotRun({ checks }: { checks: PreflightCheckResult[] }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const notRun = checks.filter(({ outcome }) => outcome === 'not-run');
  return notRun.length === 0 ? null : (
    <ul aria-label={t('wizard.review.notRun')}>
      {notRun.map(({ id, title, reason }) => (
        <li key={id}>
          {t('wizard.review.notRunCheck', {
            title,
            reason: reason ?? t('wizard.review.noReason'),
          })}
        </li>
      ))}
    </ul>
  );
}
