import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { gen3TranslationRef } from '../../translation';
import { CopyText } from '../CopyText';

/** Image tag that git declares, to copy; without one the chart's own holds. */
export function ServiceTag({ tag }: { tag: string | undefined }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  if (!tag) return <>{t('servicesCard.chartDefault')}</>;
  return (
    <>
      <code>{tag}</code> <CopyText text={tag} />
    </>
  );
}
