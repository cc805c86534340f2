import { JsonObject } from '@backstage/types';
import { lifecycleOfHostname } from '../commons/lifecycleOfHostname';
import { ServiceRegistry } from '../services/createServiceRegistry';
import { mergeValues } from '../values/mergeValues';
import { buildLaunchValues } from './buildLaunchValues';
import { readClone } from './readClone';
import { chooseServices, ChosenService } from './chooseServices';
import { GitopsLayout, LaunchAnswers, LaunchTier } from './launchAnswers';

/** The answers of a launch with everything that follows from them. @public */
export interface LaunchPlan {
  answers: LaunchAnswers;
  hostname: string;
  title: string;
  tier: LaunchTier;
  cluster: string;
  namespace: string;
  environment: string;
  layout: GitopsLayout;
  /** Helm's release and, after `gen3-`, Argo CD's Application. */
  releaseName: string;
  services: ChosenService[];
  database: 'managed' | 'development';
  login: 'mock' | 'secret';
  /** Values of the chart that differ from its defaults. */
  values: JsonObject;
}

/** What decides what follows from answers. @public */
export interface LaunchContext {
  registry: ServiceRegistry;
  /** Layout of the source, unless the answers say otherwise. */
  layout: GitopsLayout;
  /** Values that every launch into the repository gets where nothing else is said. @defaultValue none */
  values?: JsonObject;
}

/** Helm's releases have 53 characters, and hatchery's namespace `jupyter-pods-<namespace>` has to fit into 63. */
const MAX_NAME = 50;

/** `dev.brain.example.org` becomes `dev-brain-example-org`: the whole, because a part of it may be that of another commons. */
function nameOf(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '-')
    .slice(0, MAX_NAME)
    .replace(/^-+|-+$/g, '');
}

/**
 * Works out what follows from answers. It never complains: what is wrong with them, preflight says.
 *
 * @public
 */
export function planLaunch(
  answers: LaunchAnswers,
  { registry, layout, values: common = {} }: LaunchContext,
): LaunchPlan {
  const { hostname } = answers;
  const clone = answers.cloned && readClone(answers.cloned, registry);
  const tier = answers.tier ?? lifecycleOfHostname(hostname);
  const isDevelopment = tier === 'development';
  const namespace = answers.namespace ?? nameOf(hostname);
  const plan = {
    answers: {
      ...answers,
      frontendRoot: answers.frontendRoot ?? clone?.frontendRoot ?? 'portal',
      tierAccessLevel:
        answers.tierAccessLevel ?? clone?.tierAccessLevel ?? 'private',
    },
    hostname,
    title: answers.title ?? hostname,
    tier,
    cluster: answers.cluster,
    namespace,
    environment: answers.environment ?? answers.cluster,
    layout: answers.layout ?? layout,
    releaseName: nameOf(hostname),
    services: chooseServices(
      {
        ...answers,
        frontendRoot: answers.frontendRoot ?? clone?.frontendRoot,
        clonedServices: clone?.services,
      },
      registry,
    ),
    database:
      answers.database ??
      clone?.database ??
      (isDevelopment ? 'development' : 'managed'),
    login: answers.login ?? clone?.login ?? (isDevelopment ? 'mock' : 'secret'),
  } as const;
  const beneath = mergeValues([common, clone?.values ?? {}]);
  const values = buildLaunchValues(plan, { registry, clone, beneath });
  return { ...plan, values: mergeValues([beneath, values]) };
}
