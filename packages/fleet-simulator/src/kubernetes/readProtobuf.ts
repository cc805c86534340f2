import { firstOf, ProtobufFields, readFields, textOf } from './protobufFields';

/** The first bytes of every object of Kubernetes in protobuf (`apimachinery/pkg/runtime/serializer/protobuf`). */
const MAGIC = 'k8s\0';

/**
 * Reads the two objects that kubectl sends as protobuf, as JSON would have them: a SelfSubjectAccessReview and a Job; of a Job only
 * what is kept of it. Undefined: it is something else.
 */
export function readProtobuf(bytes: Buffer): object | undefined {
  if (bytes.subarray(0, MAGIC.length).toString('latin1') !== MAGIC) {
    return undefined;
  }
  const unknown = readFields(bytes.subarray(MAGIC.length));
  const content = readFields(firstOf(unknown, 2));
  switch (textOf(readFields(firstOf(unknown, 1)), 2)) {
    case 'SelfSubjectAccessReview':
      return readAccessReview(content);
    case 'Job':
      return readJob(content);
    default:
      return undefined;
  }
}

/** `kubernetes:staging/src/k8s.io/api/authorization/v1/generated.proto`. */
function readAccessReview(review: ProtobufFields): object {
  const spec = readFields(firstOf(review, 2));
  const resource = readFields(firstOf(spec, 1));
  const path = readFields(firstOf(spec, 2));
  return {
    spec: {
      ...(spec.has(1)
        ? {
            resourceAttributes: {
              namespace: textOf(resource, 1),
              verb: textOf(resource, 2),
              group: textOf(resource, 3),
              version: textOf(resource, 4),
              resource: textOf(resource, 5),
              subresource: textOf(resource, 6),
              name: textOf(resource, 7),
            },
          }
        : {}),
      ...(spec.has(2)
        ? {
            nonResourceAttributes: {
              path: textOf(path, 1),
              verb: textOf(path, 2),
            },
          }
        : {}),
    },
  };
}

/** `kubernetes:staging/src/k8s.io/api/{batch,core}/v1/generated.proto`. */
function readJob(job: ProtobufFields): object {
  const template = readFields(firstOf(readFields(firstOf(job, 2)), 6));
  const podSpec = readFields(firstOf(template, 2));
  return {
    kind: 'Job',
    apiVersion: 'batch/v1',
    metadata: readMetadata(readFields(firstOf(job, 1))),
    spec: {
      template: {
        spec: {
          containers: (podSpec.get(2) ?? []).map(bytes => {
            const container = readFields(bytes);
            return { name: textOf(container, 1), image: textOf(container, 2) };
          }),
        },
      },
    },
  };
}

/** `kubernetes:staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/generated.proto`. */
function readMetadata(metadata: ProtobufFields): object {
  return {
    name: textOf(metadata, 1),
    generateName: textOf(metadata, 2),
    labels: readMap(metadata, 11),
    annotations: readMap(metadata, 12),
    ownerReferences: (metadata.get(13) ?? []).map(bytes => {
      const owner = readFields(bytes);
      return {
        kind: textOf(owner, 1),
        name: textOf(owner, 3),
        uid: textOf(owner, 4),
        apiVersion: textOf(owner, 5),
        controller: firstOf(owner, 6)?.[0] === 1,
      };
    }),
  };
}

function readMap(fields: ProtobufFields, field: number): object {
  return Object.fromEntries(
    (fields.get(field) ?? []).map(bytes => {
      const entry = readFields(bytes);
      return [textOf(entry, 1), textOf(entry, 2)];
    }),
  );
}
