import { classifyTag } from './classifyTag';

/**
 * The release of a commons: the monthly tag that more than half of the given tags have.
 *
 * @param tags - image tags that git declares for the services of bundle `core`; a service without a tag is not in it.
 * @returns the tag, `mixed` when none has the majority, or undefined when there are no tags.
 * @public
 */
export function commonsRelease(tags: string[]): string | undefined {
  if (tags.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const tag of tags.filter(each => classifyTag(each) === 'monthly')) {
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  const winner = [...counts].find(([, count]) => count * 2 > tags.length);
  return winner ? winner[0] : 'mixed';
}
