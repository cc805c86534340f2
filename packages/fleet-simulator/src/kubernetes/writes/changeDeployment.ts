import { compare } from 'fast-json-patch';
import { z } from 'zod';
import { Reply } from '../../services/types';
import { Change } from '../changes/Change';
import { Deployment, RESTARTED_AT } from '../objects/deployments';
import { badRequest, conflict, forbidden, invalid } from '../status';
import { JsonObject } from './applyPatch';

const GROUP = 'apps';
const PLURAL = 'deployments';

/** More would only cost memory. */
const MOST_REPLICAS = 50;
const LONGEST_TIME = 64;

/** What may be changed; all else must stay as it is. */
const changeableSchema = z.looseObject({
  metadata: z.looseObject({ resourceVersion: z.string().optional() }),
  spec: z.looseObject({
    replicas: z.unknown(),
    template: z.looseObject({
      metadata: z.looseObject({
        annotations: z.record(z.string(), z.string()).optional(),
      }),
    }),
  }),
});

/** What makes `wanted` of a Deployment, or why it cannot be had. */
export function changeDeployment(
  deployment: Deployment,
  wanted: JsonObject,
): ((at: Date) => Change[]) | Reply {
  const { name, resourceVersion } = deployment.metadata;
  const read = changeableSchema.safeParse(wanted);
  if (!read.success) {
    return badRequest(z.prettifyError(read.error));
  }
  const { metadata, spec } = read.data;
  const expected = metadata.resourceVersion ?? resourceVersion;
  if (expected !== resourceVersion) {
    return conflict(GROUP, PLURAL, name);
  }
  const restartedAt = spec.template.metadata.annotations?.[RESTARTED_AT];
  if (restartedAt !== undefined && restartedAt.length > LONGEST_TIME) {
    return invalid(
      { group: GROUP, kind: 'Deployment' },
      name,
      'spec.template.metadata.annotations',
      `Too long: may not be more than ${LONGEST_TIME} bytes`,
    );
  }
  const [other] = otherDifferences(deployment, read.data, restartedAt);
  if (other !== undefined) {
    return forbidden(
      GROUP,
      PLURAL,
      name,
      `the simulator only changes spec.replicas and the annotation "${RESTARTED_AT}" of the pod template, not ${other}`,
    );
  }
  const scaling = scaleDeployment(deployment, spec.replicas);
  return typeof scaling === 'function'
    ? at => [...scaling(at), ...restart(deployment, restartedAt, at)]
    : scaling;
}

/** What gives a Deployment another number of replicas, or why it cannot have it. */
export function scaleDeployment(
  { metadata: { name }, spec }: Deployment,
  wanted: unknown,
): ((at: Date) => Change[]) | Reply {
  const replicas = z.number().int().safeParse(wanted).data;
  if (replicas === undefined) {
    return badRequest(
      `Deployment in version "v1" cannot be handled as a Deployment: json: cannot unmarshal ${JSON.stringify(
        wanted,
      )} into Go struct field DeploymentSpec.spec.replicas of type int32`,
    );
  }
  if (replicas < 0 || replicas > MOST_REPLICAS) {
    const bound =
      replicas < 0
        ? 'must be greater than or equal to 0'
        : `must be less than or equal to ${MOST_REPLICAS}`;
    return invalid(
      { group: GROUP, kind: 'Deployment' },
      name,
      'spec.replicas',
      `Invalid value: ${replicas}: ${bound}`,
    );
  }
  return at =>
    replicas === spec.replicas
      ? []
      : [{ kind: 'scale', at, deployment: name, replicas }];
}

function restart(
  { metadata: { name }, spec }: Deployment,
  restartedAt: string | undefined,
  at: Date,
): Change[] {
  const known = spec.template.metadata.annotations?.[RESTARTED_AT];
  return restartedAt === known
    ? []
    : [
        {
          kind: 'restart',
          at,
          deployment: name,
          ...(restartedAt === undefined ? {} : { restartedAt }),
        },
      ];
}

/** Paths of what differs besides. */
function otherDifferences(
  deployment: Deployment,
  wanted: z.infer<typeof changeableSchema>,
  restartedAt: string | undefined,
): string[] {
  const { spec, metadata } = deployment;
  const { template } = spec;
  const annotations =
    restartedAt === undefined ? {} : { [RESTARTED_AT]: restartedAt };
  const { resourceVersion } = wanted.metadata;
  const { resourceVersion: _known, ...others } = metadata;
  const { annotations: _annotations, ...labels } = template.metadata;
  const hasAnnotations = wanted.spec.template.metadata.annotations;
  const allowed = {
    ...deployment,
    metadata: { ...others, ...(resourceVersion ? { resourceVersion } : {}) },
    spec: {
      ...spec,
      replicas: wanted.spec.replicas,
      template: {
        ...template,
        metadata: { ...labels, ...(hasAnnotations ? { annotations } : {}) },
      },
    },
  };
  return compare(allowed, wanted).map(({ path }) => fieldOf(path));
}

/** `/spec/template/spec/containers/0/image`: lists are named as a whole. */
function fieldOf(pointer: string): string {
  const [path] = pointer.slice(1).split(/\/\d+(?:\/|$)/);
  return path.replaceAll('/', '.').replaceAll('~1', '/');
}
