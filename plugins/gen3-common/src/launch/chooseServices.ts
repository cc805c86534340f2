import { ServiceRegistry } from '../services/createServiceRegistry';
import { Gen3Bundle, Gen3Service } from '../services/types';
import { LaunchAnswers } from './launchAnswers';

/** The answers that decide which services a launch switches on. @public */
export type ServiceAnswers = Pick<
  LaunchAnswers,
  | 'mode'
  | 'bundles'
  | 'services'
  | 'withoutServices'
  | 'frontendRoot'
  | 'searchEndpoint'
> & {
  /** Services that the commons has that is cloned; they count as chosen. */
  clonedServices?: readonly string[];
};

/** A service that a launch switches on. @public */
export interface ChosenService {
  name: string;
  /** Names of the chosen services that cannot work without it, when nobody chose it itself. */
  neededBy: string[];
}

/** What each commons has whose bundles nobody chose. */
const USUAL_BUNDLES: Gen3Bundle[] = ['core', 'frontend'];

/** The bundles that a launch switches on: those that somebody chose, or what is usual for its mode. @public */
export function bundlesOf({
  mode,
  bundles,
}: Pick<ServiceAnswers, 'mode' | 'bundles'>): Gen3Bundle[] {
  return bundles ?? (mode === 'new' ? USUAL_BUNDLES : []);
}

function isOfBundles(service: Gen3Service, answers: ServiceAnswers): boolean {
  const { frontendRoot } = answers;
  if (service.onlyByName) return false;
  if (!bundlesOf(answers).includes(service.bundle)) return false;
  const frontEnd = frontendRoot === 'gen3ff' ? 'frontend-framework' : 'portal';
  return service.bundle !== 'frontend' || service.name === frontEnd;
}

function namesAsked(answers: ServiceAnswers, registry: ServiceRegistry) {
  const isMeshNode = answers.mode === 'mesh-node';
  return new Set([
    ...answers.services,
    ...(answers.clonedServices ?? []),
    ...registry
      .all()
      .filter(
        service =>
          isOfBundles(service, answers) || (isMeshNode && service.meshService),
      )
      .map(({ name }) => name),
    // Guppy and the metadata service reach a search engine of AWS through it.
    ...(answers.searchEndpoint ? ['aws-es-proxy'] : []),
  ]);
}

/**
 * The services that a launch switches on: those of the bundles, those that are named, and what these cannot work without. A name that
 * the registry does not know is left out; preflight complains about it. A service that the answers go without stays out, also when
 * others need it; preflight complains about that, too.
 *
 * @returns sorted by name
 * @public
 */
export function chooseServices(
  answers: ServiceAnswers,
  registry: ServiceRegistry,
): ChosenService[] {
  const without = new Set(answers.withoutServices);
  const chosen = new Map<string, Set<string>>();
  const pending = [...namesAsked(answers, registry)].filter(
    name => !without.has(name) && registry.get(name),
  );
  pending.forEach(name => chosen.set(name, new Set()));
  const asked = new Set(pending);
  for (let name = pending.pop(); name; name = pending.pop()) {
    for (const needed of registry.get(name)?.dependsOn ?? []) {
      if (!without.has(needed)) {
        if (!chosen.has(needed)) pending.push(needed);
        const because = chosen.get(needed) ?? new Set();
        if (!asked.has(needed)) because.add(name);
        chosen.set(needed, because);
      }
    }
  }
  return [...chosen]
    .map(([name, because]) => ({ name, neededBy: [...because].sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
