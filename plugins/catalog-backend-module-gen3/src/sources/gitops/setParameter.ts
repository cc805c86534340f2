import { JsonObject, JsonValue } from '@backstage/types';
import { mergeValues } from '@gen3-csoc/backstage-plugin-gen3-common';

/**
 * Adds a Helm parameter to values as `--set` would: `a.b` is a path, `a\.b` one key, and the value is typed unless
 * `forceString`. Elements of lists (`a[0]`) are left out: the portal reads none.
 */
export function setParameter(
  values: JsonObject,
  parameter: { name: string; value?: string; forceString?: boolean | null },
): JsonObject {
  const { name, value = '', forceString } = parameter;
  if (/[[\]{}]/.test(name)) return values;
  const keys = name.split(/(?<!\\)\./).map(key => key.replace(/\\(.)/g, '$1'));
  const typed = forceString ? value : typeOf(value);
  const layer = keys.reduceRight<JsonValue>(
    // A computed key is defined on the object itself, even `__proto__`.
    (inner, key) => ({ [key]: inner }),
    typed,
  );
  return mergeValues([values, layer]);
}

function typeOf(value: string): JsonValue {
  if (value === 'true') return true;
  if (value === 'false') return false;
  if (value === 'null') return null;
  return /^(0|-?[1-9]\d{0,14})$/.test(value) ? Number(value) : value;
}
