import { markChanged } from './hideSecrets';
import type { Manifest } from './Manifest';
import { writeManifest } from './parseManifests';

/** An object that differs. */
export type ManifestDiff =
  | { change: 'added'; after: Manifest }
  | { change: 'removed'; before: Manifest }
  | {
      change: 'changed';
      before: Manifest;
      after: Manifest;
      /** Text of `after`, with a mark where something hidden changes. */
      afterText: string;
    };

/** Paths of values that a chart makes up anew at each rendering, by the id of their object. */
export type GeneratedValues = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What differs between two renderings of the same: passwords that the chart makes up while it finds none in the cluster, which a rendering never does
 * (`gen3-helm:helm/common/templates/_postgres_secrets.tpl`), and what is computed from them.
 */
export function findGenerated(
  first: readonly Manifest[],
  second: readonly Manifest[],
): GeneratedValues {
  const others = new Map(second.map(manifest => [manifest.id, manifest]));
  return new Map(
    first.flatMap(manifest => {
      const other = others.get(manifest.id);
      const paths = other
        ? withWholeTexts(differingPaths(manifest, other), manifest)
        : new Set<string>();
      return paths.size > 0 ? [[manifest.id, paths] as const] : [];
    }),
  );
}

/** Objects that differ, by kind and name; equal ones are left out, as is what is generated. */
export function diffManifests(options: {
  before: readonly Manifest[];
  after: readonly Manifest[];
  generated?: GeneratedValues;
}): ManifestDiff[] {
  const { before, after, generated } = options;
  const old = new Map(before.map(manifest => [manifest.id, manifest]));
  const remaining = new Set(after.map(({ id }) => id));
  const removed = before
    .filter(({ id }) => !remaining.has(id))
    .map((manifest): ManifestDiff => ({ change: 'removed', before: manifest }));
  const rest = after.flatMap((manifest): ManifestDiff[] => {
    const earlier = old.get(manifest.id);
    if (!earlier) return [{ change: 'added', after: manifest }];
    const made = generated?.get(manifest.id);
    const paths = [...differingPaths(earlier, manifest)].filter(
      path => !made?.has(path) && !made?.has(wholeOf(path)),
    );
    if (paths.length === 0) return [];
    const body = markChanged(manifest.body, new Set(paths));
    const afterText = writeManifest(body);
    return [{ change: 'changed', before: earlier, after: manifest, afterText }];
  });
  return [...removed, ...rest].sort((a, b) =>
    idOf(a) < idOf(b) ? -1 : Number(idOf(a) > idOf(b)),
  );
}

function idOf(diff: ManifestDiff): string {
  return diff.change === 'removed' ? diff.before.id : diff.after.id;
}

function differingPaths(a: Manifest, b: Manifest): Set<string> {
  const paths = new Set([...a.leaves.keys(), ...b.leaves.keys()]);
  return new Set(
    [...paths].filter(path => a.leaves.get(path) !== b.leaves.get(path)),
  );
}

/** All lines of a hidden text: `.data.tls.key#3` is one of `.data.tls.key#`. */
function wholeOf(path: string): string {
  return path.replace(/#\d+$/, '#');
}

/**
 * Adds hidden texts of which most lines are made anew: a key has a line more at one time and less at another. Of a file with a password in one line, that
 * line alone counts.
 */
function withWholeTexts(
  paths: ReadonlySet<string>,
  manifest: Manifest,
): Set<string> {
  const countOf = (all: Iterable<string>, whole: string) =>
    [...all].filter(path => path !== whole && wholeOf(path) === whole).length;
  const wholes = [...new Set([...paths].map(wholeOf))].filter(
    whole =>
      whole.endsWith('#') &&
      2 * countOf(paths, whole) > countOf(manifest.leaves.keys(), whole),
  );
  return new Set([...paths, ...wholes]);
}
