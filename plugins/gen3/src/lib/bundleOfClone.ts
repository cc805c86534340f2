import {
  chooseServices,
  Gen3Service,
  LAUNCH_BUNDLES,
  ServiceAnswers,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';

type LaunchBundle = (typeof LAUNCH_BUNDLES)[number];

/** How much of a bundle the commons has that is cloned. */
export interface BundleOfClone {
  services: Gen3Service[];
  /** Choosing the bundle would bring nothing more. */
  isWhole: boolean;
}

/** Which services of a bundle come with the clone; without those that a bundle does not switch on, and those that the answers go without. */
export function bundleOfClone(options: {
  bundle: LaunchBundle;
  registry: ServiceRegistry;
  answers: Pick<
    ServiceAnswers,
    'clonedServices' | 'withoutServices' | 'frontendRoot'
  >;
}): BundleOfClone {
  const { bundle, registry, answers } = options;
  const { clonedServices = [], withoutServices } = answers;
  const comes = ({ name }: { name: string }) =>
    clonedServices.includes(name) && !withoutServices.includes(name);
  return {
    services: registry
      .all()
      .filter(
        each => each.bundle === bundle && !each.onlyByName && comes(each),
      ),
    isWhole: broughtBy(bundle, {
      registry,
      frontendRoot: answers.frontendRoot ?? rootOfClone(clonedServices),
    }).every(comes),
  };
}

/** What a bundle switches on itself; not what that needs. */
function broughtBy(
  bundle: LaunchBundle,
  options: {
    registry: ServiceRegistry;
    frontendRoot: ServiceAnswers['frontendRoot'];
  },
) {
  const { registry, frontendRoot } = options;
  const onlyThis: ServiceAnswers = {
    mode: 'clone',
    bundles: [bundle],
    services: [],
    withoutServices: [],
    frontendRoot,
    searchEndpoint: undefined,
  };
  return chooseServices(onlyThis, registry).filter(
    ({ neededBy }) => neededBy.length === 0,
  );
}

/** Without an answer the front end at `/` is that of the clone: of its values only the services are known here. */
function rootOfClone(
  clonedServices: readonly string[],
): ServiceAnswers['frontendRoot'] {
  return clonedServices.includes('frontend-framework') &&
    !clonedServices.includes('portal')
    ? 'gen3ff'
    : 'portal';
}
