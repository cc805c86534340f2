import { z } from 'zod';
import { FRONTEND_ROOTS, GEN3_BUNDLES } from '../services/types';

/** Ways to begin: from nothing, with what another commons has, or with the least that a member of a mesh needs. @public */
export const LAUNCH_MODES = ['new', 'clone', 'mesh-node'] as const;

/** What a clone takes over of another commons; the backend fills it in from git. @public */
export const clonedValuesSchema = z.strictObject({
  /** Values of the other commons with the names of the new one, without secrets and databases. */
  values: z.record(z.string(), z.unknown()),
  /** Dotted paths of values that are left out because they may be secrets. */
  leftOut: z.array(z.string()),
  /** Names of the secrets that the other commons reads. */
  secrets: z.array(z.string()).default([]),
  /** Names of files whose values are not taken over, because they are kept elsewhere. */
  elsewhere: z.array(z.string()).default([]),
  /** The chart that deploys the other commons, as people know it and without credentials, which a clone does not take over. */
  chart: z.string().optional(),
  /** Why there are no values, as a sentence. */
  notRead: z.string().optional(),
});

/** How near to its users a commons is, the furthest first. @public */
export const LAUNCH_TIERS = [
  'development',
  'qa',
  'staging',
  'production',
] as const;

/**
 * Where the files of a commons are in a GitOps repository: `gen3-gitops` as `uc-cdis/gen3-gitops` has them, `gen3-terraform` as
 * `gen3-terraform:tf_files/gen3` writes them, `biocommons` as the Australian BioCommons' `gen3-workloads-example`, `plain` a
 * folder with an Application and its values.
 *
 * @public
 */
export const GITOPS_LAYOUTS = [
  'gen3-gitops',
  'gen3-terraform',
  'biocommons',
  'plain',
] as const;

/** Who may see counts of data that they have no access to (`global.tierAccessLevel`). @public */
export const TIER_ACCESS_LEVELS = ['private', 'regular', 'libre'] as const;

/** Bundles that can be switched on as a whole; `other` has nothing in common. @public */
export const LAUNCH_BUNDLES = GEN3_BUNDLES.filter(id => id !== 'other');

const line = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\p{Cc}]*$/u, 'must be one line of plain text')
    .transform(text => text.trim());

/** A form gives an empty text for what nobody filled in. */
const optionalLine = (max: number) =>
  line(max)
    .optional()
    .transform(text => text || undefined);

/** Name of a service as a request has it. */
export const LAUNCH_SERVICE_NAME = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be the name of a service');

/**
 * What the wizard asks. Only shapes are checked here; whether a commons can be made of the answers is what preflight says, answer by
 * answer. No answer takes the value of a secret: they name secrets.
 *
 * @public
 */
export const launchAnswersSchema = z.strictObject({
  mode: z.enum(LAUNCH_MODES).default('new'),
  /** Hostname of the commons that a clone begins with. */
  cloneOf: optionalLine(253),
  /** Filled in by the backend, from git, whenever answers come in: what a caller sends here is thrown away. */
  cloned: clonedValuesSchema.optional(),

  hostname: line(300),
  title: optionalLine(100),
  /** Entity reference of the group that will own it. */
  owner: line(300),
  /** Absent: what words in the hostname say. */
  tier: z.enum(LAUNCH_TIERS).optional(),
  /** Hostname of the hub of the mesh that it joins; absent: none. */
  meshHub: optionalLine(253),

  /** Id of the source (`catalog.providers.gen3.<id>`) whose repository takes the change, and which will find the commons. */
  source: line(40),
  layout: z.enum(GITOPS_LAYOUTS).optional(),
  /** Name of the cluster as the source calls it; the folder of its commons. */
  cluster: line(100),
  /** Absent: made of the hostname. */
  namespace: optionalLine(100),
  /** `global.environment`. Absent: the cluster. */
  environment: optionalLine(100),

  /** Monthly release of Gen3, e.g. `2026.10`; tag of every service that has such tags and that `imageTags` does not name. */
  release: optionalLine(128),
  /** Tags of single services. */
  imageTags: z.record(LAUNCH_SERVICE_NAME, line(128)).default({}),
  /** Branch, tag or version of the chart. Absent: as config says. */
  chartRevision: optionalLine(100),

  bundles: z.array(z.enum(LAUNCH_BUNDLES)).optional(),
  /** Single services beside those of the bundles. */
  services: z.array(LAUNCH_SERVICE_NAME).default([]),
  /** Services of the bundles that it goes without. */
  withoutServices: z.array(LAUNCH_SERVICE_NAME).default([]),
  /** Absent: as the commons that is cloned; else `portal`. */
  frontendRoot: z.enum(FRONTEND_ROOTS).optional(),

  dictionaryUrl: optionalLine(500),
  /** Prefix of the identifiers of its data, e.g. `dg.XXXX/`. */
  indexdPrefix: optionalLine(100),
  /** `managed`: a server outside of the cluster. `development`: in the namespace, lost when its pod restarts. Absent: by tier. */
  database: z.enum(['managed', 'development']).optional(),
  /** Name of the secret with the credentials of the managed database's master. */
  databaseSecret: optionalLine(253),
  /** Host of a managed search engine; absent with a managed database: none. */
  searchEndpoint: optionalLine(253),

  /** `mock`: everybody is one test user. `secret`: identity providers as the secret `fenceConfigSecret` configures them. Absent: by tier. */
  login: z.enum(['mock', 'secret']).optional(),
  fenceConfigSecret: optionalLine(253),
  /** `s3://bucket/path/user.yaml`. */
  userYaml: optionalLine(500),
  /** Absent: as the commons that is cloned; else `private`. */
  tierAccessLevel: z.enum(TIER_ACCESS_LEVELS).optional(),
});

/** What the wizard asks, with its defaults. @public */
export type LaunchAnswers = z.infer<typeof launchAnswersSchema>;

/** What the wizard asks, as it is sent. @public */
export type LaunchAnswersInput = z.input<typeof launchAnswersSchema>;

/** Name of one answer. @public */
export type LaunchField = keyof LaunchAnswers;

/** How near to its users a commons is. @public */
export type LaunchTier = (typeof LAUNCH_TIERS)[number];

/** Where the files of a commons are in a GitOps repository. @public */
export type GitopsLayout = (typeof GITOPS_LAYOUTS)[number];
