/** The first bytes of every object of Kubernetes in protobuf (`apimachinery/pkg/runtime/serializer/protobuf`). */
const MAGIC = 'k8s\0';

/**
 * Reads the one object that kubectl sends as protobuf: a SelfSubjectAccessReview, in which all fields that matter are text
 * (`kubernetes:staging/src/k8s.io/api/authorization/v1/generated.proto`). Undefined: it is something else.
 */
export function readAccessReview(bytes: Buffer): object | undefined {
  if (bytes.subarray(0, MAGIC.length).toString('latin1') !== MAGIC) {
    return undefined;
  }
  const unknown = readFields(bytes.subarray(MAGIC.length));
  const type = readFields(unknown.get(1));
  if (textOf(type, 2) !== 'SelfSubjectAccessReview') {
    return undefined;
  }
  const spec = readFields(readFields(unknown.get(2)).get(2));
  const resource = readFields(spec.get(1));
  const path = readFields(spec.get(2));
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

function textOf(fields: ReadonlyMap<number, Buffer>, field: number): string {
  return fields.get(field)?.toString('utf8') ?? '';
}

/** The length-delimited fields of a message, until one of another kind: those that matter come first. */
function readFields(bytes: Buffer = Buffer.alloc(0)): Map<number, Buffer> {
  const fields = new Map<number, Buffer>();
  let at = 0;
  while (at < bytes.length) {
    const tag = readNumber(bytes, at);
    const length = readNumber(bytes, tag.end);
    if (tag.value % 8 !== 2) {
      break;
    }
    at = length.end + length.value;
    fields.set(Math.floor(tag.value / 8), bytes.subarray(length.end, at));
  }
  return fields;
}

/** A base-128 number; bytes that are missing count as zero. */
function readNumber(
  bytes: Buffer,
  start: number,
): { value: number; end: number } {
  let value = 0;
  let end = start;
  let factor = 1;
  let byte = 0;
  do {
    byte = bytes[end] ?? 0;
    value += (byte % 128) * factor;
    factor *= 128;
    end += 1;
  } while (byte >= 128);
  return { value, end };
}
