import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  bundlesOf,
  LAUNCH_BUNDLES,
  ServiceAnswers,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { BundleOfClone, bundleOfClone } from '../../lib/bundleOfClone';
import { Gen3TranslationFunction, gen3TranslationRef } from '../../translation';
import { CheckLine } from './CheckLine';
import { ChoiceGroup } from './ChoiceGroup';

type LaunchBundle = (typeof LAUNCH_BUNDLES)[number];

/** Services that belong together, to be switched on as a whole. What the commons has that is cloned comes with it. */
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
      {LAUNCH_BUNDLES.map(bundle => {
        const ofClone = bundleOfClone({ bundle, registry, answers });
        return (
          <CheckLine
            key={bundle}
            id={`${id}-bundle-${bundle}`}
            label={t(`wizard.bundle.${bundle}`)}
            line={[
              t(`wizard.bundleLine.${bundle}`),
              sayOfClone(ofClone, t),
            ].join(' ')}
            beside={registry
              .all()
              .filter(each => each.bundle === bundle && !each.onlyByName)
              .map(({ title }) => title)
              .join(', ')}
            checked={ofClone.isWhole || chosen.includes(bundle)}
            fixed={ofClone.isWhole}
            onToggle={() => onToggle(bundle)}
          />
        );
      })}
    </ChoiceGroup>
  );
}

function sayOfClone(
  { services, isWhole }: BundleOfClone,
  t: Gen3TranslationFunction,
): string {
  if (isWhole) return t('wizard.services.cloneHasAll');
  if (services.length === 0) return '';
  return t('wizard.services.cloneHasSome', {
    what: services.map(({ title }) => title).join(', '),
  });
}
