import { classifyTag, TagClass } from './classifyTag';

const RANKS: Record<TagClass, number> = { moving: 0, semver: 1, monthly: 2 };

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map(tag =>
    tag.replace(/^v/, '').split(/[-+]/)[0].split('.').map(Number),
  );
  const different = left.findIndex((part, index) => part !== right[index]);
  if (different >= 0) return left[different] - right[different];
  // `1.0.0-rc1` comes before `1.0.0`.
  const [pre, post] = [/-/.test(a), /-/.test(b)];
  return pre === post ? compareText(a, b) : Number(post) - Number(pre);
}

/**
 * Orders releases, oldest first: moving tags and `mixed`, then versions by number, then monthly releases by month.
 *
 * @returns negative when `a` comes first, positive when `b` does, 0 when they are equal.
 * @public
 */
export function compareReleases(a: string, b: string): number {
  const [classA, classB] = [classifyTag(a), classifyTag(b)];
  if (classA !== classB) return RANKS[classA] - RANKS[classB];
  return classA === 'semver' ? compareVersions(a, b) : compareText(a, b);
}
