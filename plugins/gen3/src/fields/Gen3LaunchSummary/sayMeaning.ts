import { counted } from '../../lib/count';
import { formatBytes, formatCpu } from '../../lib/formatQuantity';
import { Gen3TranslationFunction } from '../../translation';
import { Meaning } from './useMeaning';

/** What the answers mean so far in one line: what is known of it, and first what is to be mended. */
export function sayMeaning(
  { summary, requested, errors, warnings }: Meaning,
  t: Gen3TranslationFunction,
): string {
  const parts = [
    errors?.count ? t('launchSummary.errors', counted(errors.count)) : '',
    warnings?.count ? t('launchSummary.warnings', counted(warnings.count)) : '',
    summary && t('wizard.review.services', counted(summary.services.length)),
    requested && t('preview.fact.requests', amountsOf(requested)),
    summary && t('wizard.review.secrets', counted(summary.secrets.length)),
  ];
  return parts.filter(Boolean).join(', ') || t('launchSummary.nothingYet');
}

/** What all pods together request, for people. */
export function amountsOf({
  cpuRequestMillis,
  memoryRequestBytes,
}: NonNullable<Meaning['requested']>) {
  return {
    cpu: formatCpu(cpuRequestMillis),
    memory: formatBytes(memoryRequestBytes),
  };
}
