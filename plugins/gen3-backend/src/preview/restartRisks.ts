import type { JsonObject, JsonValue } from '@backstage/types';
import type { PreviewRisk } from '@gen3-csoc/backstage-plugin-gen3-common';
import { listNames } from '../preflight/listNames';
import { isMap, valueAt } from '../preflight/valueAt';
import { isWorkload } from './containersOf';
import type { Manifest } from './Manifest';
import { objectNameOf } from './objectNameOf';
import type { RenderedChange } from './RenderedChange';

const POD = 'spec.template';

/** How a pod names a ConfigMap: as a volume, as a source of one, and for variables. */
const REFERENCES = ['configMap', 'configMapKeyRef', 'configMapRef'];

/**
 * Configuration that changes under pods which stay as they are: only some charts give their pods a checksum of it
 * (`gen3-helm:helm/<chart>/templates/deployment.yaml`; arborist, indexd, requestor and ambassador have none).
 */
export function restartRisks(change: RenderedChange): PreviewRisk[] {
  const { diffs, before, after } = change;
  const old = new Map(before.map(manifest => [manifest.id, manifest]));
  const staying = after.filter(
    manifest => isWorkload(manifest) && isSame(old.get(manifest.id), manifest),
  );
  return diffs.flatMap((diff): PreviewRisk[] => {
    if (diff.change !== 'changed' || diff.after.kind !== 'ConfigMap') return [];
    const { name } = diff.after;
    const readers = staying.filter(
      ({ body, namespace }) =>
        namespace === diff.after.namespace &&
        doesRead(valueAt(body, POD), name),
    );
    if (readers.length === 0) return [];
    return [
      {
        id: 'no-restart',
        severity: 'low',
        object: objectNameOf(diff.after),
        what: `ConfigMap ${name} changes, and the pods that read it stay: ${listNames(
          readers.map(reader => reader.name),
        )}`,
        why: 'What is read at the start of a pod takes effect when it starts anew: restart them after the sync.',
      },
    ];
  });
}

/** Whether its pods stay, as far as the rendering tells. What is made anew at each rendering, checksums too, is another one each time. */
function isSame(before: Manifest | undefined, after: Manifest): boolean {
  if (!before) return false;
  const [a, b] = [before, after].map(
    ({ leaves }) =>
      new Map([...leaves].filter(([path]) => path.startsWith(`.${POD}.`))),
  );
  return (
    a.size === b.size && [...a].every(([path, leaf]) => b.get(path) === leaf)
  );
}

function doesRead(value: JsonValue | undefined, name: string): boolean {
  if (Array.isArray(value)) return value.some(item => doesRead(item, name));
  if (!isMap(value)) return false;
  return Object.entries(value).some(
    ([key, inner]) =>
      (REFERENCES.includes(key) && isMap(inner) && isNamed(inner, name)) ||
      doesRead(inner, name),
  );
}

function isNamed(reference: JsonObject, name: string): boolean {
  return reference.name === name;
}
