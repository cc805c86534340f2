import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useNow } from '../../hooks/useNow';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';
import { Notice } from '../Notice';

/** Argo CD looks every three minutes unless told otherwise (`timeout.reconciliation`), so this is late by any measure. */
const OLD_AFTER_MS = 60 * 60_000;

/** Says that Argo CD has not looked for long, so that what it says is not taken for what is. */
export function OldNotice(props: { reconciledAt: string | undefined }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { reconciledAt } = props;
  const isOld = useNow(now =>
    reconciledAt !== undefined && now - Date.parse(reconciledAt) > OLD_AFTER_MS
      ? 'old'
      : '',
  );
  if (!isOld) return null;
  return (
    <Notice tone="unknown">
      {t('deploymentTab.argocd.old', {
        age: <Age at={reconciledAt} as="ago" />,
      })}
    </Notice>
  );
}
