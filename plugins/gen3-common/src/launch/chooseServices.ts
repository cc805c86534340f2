import { ServiceRegistry } from '../services/createServiceRegistry';
import { Gen3Service } from '../services/types';
import { LaunchAnswers } from './launchAnswers';

/** A service that a launch switches on. @public */
export interface ChosenService {
  name: string;
  /** Names of the chosen services that cannot work without it, when nobody chose it itself. */
  neededBy: string[];
}

/** Object index, authorisation and metadata (`gen3.org:content/products/mesh-services.md`), and the gateway to reach them. */
const MESH_NODE_SERVICES = [
  'revproxy',
  'arborist',
  'fence',
  'indexd',
  'metadata',
];

/** What needs more than a chart to run (queues), so that nobody gets it who did not ask for it. */
const ONLY_BY_NAME = ['audit', 'aws-es-proxy', 'aws-sigv4-proxy'];

function namesAsked(answers: LaunchAnswers, registry: ServiceRegistry) {
  const { mode, bundles, services, frontendRoot, searchEndpoint } = answers;
  const asked = new Set(services);
  if (mode === 'mesh-node') MESH_NODE_SERVICES.forEach(name => asked.add(name));
  const usual: Gen3Service['bundle'][] =
    mode === 'mesh-node' ? [] : ['core', 'frontend'];
  for (const service of registry.all()) {
    const isUsual =
      service.bundle !== 'frontend' && !ONLY_BY_NAME.includes(service.name);
    if ((bundles ?? usual).includes(service.bundle) && isUsual) {
      asked.add(service.name);
    }
  }
  if ((bundles ?? usual).includes('frontend')) {
    asked.add(frontendRoot === 'gen3ff' ? 'frontend-framework' : 'portal');
  }
  if (searchEndpoint) asked.add('aws-es-proxy');
  return asked;
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
  answers: LaunchAnswers,
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
