import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  bundlesOf,
  LAUNCH_BUNDLES,
  ServiceAnswers,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3TranslationRef } from '../../translation';
import { CheckLine } from './CheckLine';
import { ChoiceGroup } from './ChoiceGroup';

type LaunchBundle = (typeof LAUNCH_BUNDLES)[number];

/** Services that belong together, to be switched on as a whole. */
export function BundleList(props: {
  id: string;
  answers: ServiceAnswers;
  registry: ServiceRegistry;
  onToggle: (bundle: LaunchBundle) => void;
}) {
  const { id, answers, registry, onToggle } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const chosen = bundlesOf(answers);
  return (
    <ChoiceGroup title={t('wizard.services.bundles')}>
      {LAUNCH_BUNDLES.map(bundle => (
        <CheckLine
          key={bundle}
          id={`${id}-bundle-${bundle}`}
          label={t(`wizard.bundle.${bundle}`)}
          line={t(`wizard.bundleLine.${bundle}`)}
          beside={registry
            .all()
            .filter(each => each.bundle === bundle && !each.onlyByName)
            .map(({ title }) => title)
            .join(', ')}
          checked={chosen.includes(bundle)}
          onToggle={() => onToggle(bundle)}
        />
      ))}
    </ChoiceGroup>
  );
}
