import { z } from 'zod';
import {
  GEN3_BUNDLES,
  GEN3_JOURNEYS,
  GEN3_SCALINGS,
  Gen3Service,
} from './types';

const name = z
  .string()
  .regex(
    /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/,
    'must be 1 to 40 lower-case letters, digits and dashes, e.g. "my-service"',
  );

const path = z
  .string()
  .regex(
    /^\/[^\s?#]*$/,
    'must be a path that starts with "/", e.g. "/mine/_status"',
  );

const body = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), equals: z.string() }),
  z.strictObject({
    kind: z.literal('json-object'),
    keys: z.array(z.string()).optional(),
    filled: z.array(z.string()).optional(),
    values: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({ kind: z.literal('json-string') }),
  z.strictObject({ kind: z.literal('html') }),
  z.strictObject({ kind: z.literal('not-html') }),
]);

const version = z.strictObject({
  path,
  status: z.number().int().min(200).max(299).optional(),
  body: body.default({ kind: 'not-html' }),
});

const probe = version.extend({ id: name.optional() });

const job = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(['Job', 'CronJob']),
  schedule: z.string().optional(),
  suspended: z.boolean().optional(),
  needed: z.boolean().optional(),
  legacyNames: z.array(z.string().min(1)).optional(),
  title: z.string().min(1),
});

const secret = z.strictObject({
  namedBy: z.string().min(1),
  name: z.string().min(1),
  madeBy: z.string().min(1).optional(),
  madeByDefault: z.boolean().optional(),
  readWith: z.string().min(1).optional(),
  always: z.boolean().optional(),
  optional: z.boolean().optional(),
});

const journeys = z.array(z.enum(GEN3_JOURNEYS));

/** One probe, and several. */
const PROBE_KEYS = [
  ['probe', 'probes'],
  ['probeAtGen3ffRoot', 'probesAtGen3ffRoot'],
] as const;

/**
 * One entry of config `gen3.services`: an organisation's own service. The smallest entry has `name`, `title` and
 * `probe.path`; unknown keys are rejected. Defaults: off, not critical, bundle `other`, no dependencies, journeys or jobs, no
 * database, Deployment `<name>-deployment`, Kubernetes Service `<name>-service`, pods `app=<name>`, and a healthy answer
 * is 200 with anything but an HTML page. Several probes are written as `probes`.
 *
 * @public
 */
export const gen3ServiceSchema: z.ZodType<Gen3Service> = z
  .strictObject({
    name,
    title: z.string().min(1),
    description: z.string().optional(),
    docsUrl: z.url().optional(),
    bundle: z.enum(GEN3_BUNDLES).default('other'),
    enabledByDefault: z.boolean().default(false),
    enabledBy: z.string().min(1).optional(),
    critical: z.boolean().default(false),
    dependsOn: z.array(name).default([]),
    journeys: journeys.default([]),
    offers: journeys.default([]),
    probe: probe.optional(),
    probes: z.array(probe).min(1).optional(),
    probeAtGen3ffRoot: probe.optional(),
    probesAtGen3ffRoot: z.array(probe).min(1).optional(),
    whyNoProbe: z.string().min(1).optional(),
    gatedPath: path.optional(),
    version: version.optional(),
    deployments: z.array(z.string().min(1)).optional(),
    kubernetesServices: z.array(z.string().min(1)).optional(),
    podSelector: z.string().min(1).optional(),
    scaling: z.enum(GEN3_SCALINGS).optional(),
    maxReplicas: z.number().int().min(1).optional(),
    jobs: z.array(job).default([]),
    database: z.boolean().default(false),
    secrets: z.array(secret).optional(),
    imageTagPath: z.string().min(1).optional(),
    otherTagPaths: z.array(z.string().min(1)).optional(),
    monthly: z.boolean().optional(),
    onlyByName: z.boolean().optional(),
    meshService: z.boolean().optional(),
    legacyNames: z.array(z.string().min(1)).optional(),
  })
  .superRefine((service, context) => {
    if (!service.probe && !service.probes && !service.whyNoProbe) {
      context.addIssue({
        code: 'custom',
        path: ['probe'],
        message:
          'is missing: set probe.path to a path that answers without a log-in, or whyNoProbe to the reason why there is none',
      });
    }
    for (const [one, several] of PROBE_KEYS) {
      if (service[one] && service[several]) {
        context.addIssue({
          code: 'custom',
          path: [several],
          message: `stands beside ${one}: put all into ${several}`,
        });
      }
      const ids = service[several]?.map(({ id }) => id) ?? [];
      if (new Set(ids).size < ids.length) {
        context.addIssue({
          code: 'custom',
          path: [several],
          message: 'must have an id each, all different; one may have none',
        });
      }
    }
    const stray = service.offers.find(id => !service.journeys.includes(id));
    if (stray) {
      context.addIssue({
        code: 'custom',
        path: ['offers'],
        message: `names "${stray}", which is not in journeys: add it there`,
      });
    }
  })
  .transform(
    ({ probe: only, probeAtGen3ffRoot: onlyAtGen3ff, ...service }) => ({
      ...service,
      probes: service.probes ?? (only ? [only] : []),
      probesAtGen3ffRoot:
        service.probesAtGen3ffRoot ?? (onlyAtGen3ff && [onlyAtGen3ff]),
      description: service.description ?? service.title,
      deployments: service.deployments ?? [`${service.name}-deployment`],
      kubernetesServices: service.kubernetesServices ?? [
        `${service.name}-service`,
      ],
      podSelector: service.podSelector ?? `app=${service.name}`,
    }),
  );
