import { MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { counted } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';

/** What stays behind when a commons is gone; nothing where nothing does. */
export function Leftovers({ lines }: { lines: string[] }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  if (lines.length === 0) return null;
  const title = t('editFields.review.leftovers', counted(lines.length));
  return (
    <section aria-label={title}>
      <strong>{title}</strong>
      <MarkdownContent content={lines.map(line => `- ${line}`).join('\n')} />
    </section>
  );
}
