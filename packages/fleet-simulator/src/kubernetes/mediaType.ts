/**
 * Chooses the first of the wanted media types that the API serves: JSON, and tables of `meta.k8s.io` for kubectl. Undefined:
 * nothing that is wanted can be served. Protobuf, CBOR and the aggregated discovery are left to other servers; clients name JSON
 * after them.
 */
export function chooseMediaType(
  accept: string | undefined,
): 'json' | 'table' | undefined {
  const wanted = (accept || '*/*').split(',').map(readMediaType);
  for (const { type, as, group, version } of wanted) {
    if (
      as === undefined &&
      ['application/json', 'application/*', '*/*'].includes(type)
    ) {
      return 'json';
    }
    if (
      type === 'application/json' &&
      as === 'Table' &&
      group === 'meta.k8s.io' &&
      ['v1', 'v1beta1'].includes(version ?? '')
    ) {
      return 'table';
    }
  }
  return undefined;
}

function readMediaType(text: string): {
  type: string;
  as?: string;
  group?: string;
  version?: string;
} {
  const [type, ...parameters] = text.split(';').map(part => part.trim());
  const named = new Map(
    parameters.map((parameter): [string, string] => {
      const equals = parameter.indexOf('=');
      return [parameter.slice(0, equals), parameter.slice(equals + 1)];
    }),
  );
  return {
    type: type.toLocaleLowerCase('en-US'),
    as: named.get('as'),
    group: named.get('g'),
    version: named.get('v'),
  };
}
