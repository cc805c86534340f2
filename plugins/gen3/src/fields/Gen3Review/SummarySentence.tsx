import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LaunchSummary } from '@gen3-csoc/backstage-plugin-gen3-common';
import { counted } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';

/** What the answers mean, as amounts. */
export function SummarySentence({ summary }: { summary: LaunchSummary }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { services, secrets, files } = summary;
  return (
    <p>
      {t('wizard.review.summary', {
        services: t('wizard.review.services', counted(services.length)),
        secrets: t('wizard.review.secrets', counted(secrets.length)),
        files: t('wizard.review.files', counted(files.length)),
      })}
    </p>
  );
}
