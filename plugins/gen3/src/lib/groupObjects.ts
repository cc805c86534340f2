import { PreviewObject } from '@gen3-csoc/backstage-plugin-gen3-common';

type Change = PreviewObject['change'];

/** Objects of one service of the registry, or of none. */
export interface ObjectGroup {
  /** Name of the service; undefined: what belongs to the commons as a whole. */
  service: string | undefined;
  objects: PreviewObject[];
  counts: Record<Change, number>;
}

/** What may hurt, first. */
const ORDER: Change[] = ['removed', 'changed', 'added'];

/** Objects by service: services that lose something first, then those that change, then by name; what is of no service comes last of its kind. */
export function groupObjects(objects: PreviewObject[]): ObjectGroup[] {
  const byService = new Map<string | undefined, PreviewObject[]>();
  for (const object of objects) {
    const group = byService.get(object.service) ?? [];
    byService.set(object.service, [...group, object]);
  }
  return [...byService]
    .map(([service, group]) => ({
      service,
      objects: ORDER.flatMap(change =>
        group.filter(object => object.change === change),
      ),
      counts: countsOf(group),
    }))
    .sort(
      (a, b) =>
        rankOf(a) - rankOf(b) ||
        Number(a.service === undefined) - Number(b.service === undefined) ||
        (a.service ?? '').localeCompare(b.service ?? ''),
    );
}

function countsOf(objects: PreviewObject[]): ObjectGroup['counts'] {
  const count = (wanted: Change) =>
    objects.filter(({ change }) => change === wanted).length;
  return {
    added: count('added'),
    changed: count('changed'),
    removed: count('removed'),
  };
}

function rankOf({ counts }: ObjectGroup): number {
  return ORDER.findIndex(change => counts[change] > 0);
}
