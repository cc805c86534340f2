import {
  classifyTag,
  compareReleases,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { PreflightSubject } from './types';

/** A service that is on. */
export interface DeclaredTag {
  service: string;
  /** Path of the value that has the tag. */
  key: string;
  /** Absent: the chart's own. */
  tag: string | undefined;
}

/** What looks like a monthly release, whatever its month. */
const LIKE_A_RELEASE = /^\d{4}\.\d{2}$/;

/** Services that are on, with their tags, by name. */
export function declaredTags(
  { declared }: PreflightSubject,
  registry: ServiceRegistry,
): DeclaredTag[] {
  return declared.services.map(({ name, imageTag }) => ({
    service: name,
    key: registry.get(name)?.imageTagPath ?? `${name}.image.tag`,
    tag: imageTag,
  }));
}

/** Whether a tag of a service that has monthly releases looks like one although there is no such month: `2026.13`. */
export function isReleaseOfNoMonth(
  { service, tag }: DeclaredTag,
  registry: ServiceRegistry,
): boolean {
  return (
    registry.get(service)?.monthly === true &&
    tag !== undefined &&
    LIKE_A_RELEASE.test(tag) &&
    classifyTag(tag) !== 'monthly'
  );
}

/** Monthly releases among tags, the one that most services have first, of equals the newest. */
export function monthlyReleases(
  tags: readonly DeclaredTag[],
): { release: string; members: DeclaredTag[] }[] {
  const releases = new Map<string, DeclaredTag[]>();
  for (const each of tags) {
    const { tag } = each;
    if (tag !== undefined && classifyTag(tag) === 'monthly') {
      releases.set(tag, [...(releases.get(tag) ?? []), each]);
    }
  }
  return [...releases]
    .map(([release, members]) => ({ release, members }))
    .sort(
      (a, b) =>
        b.members.length - a.members.length ||
        compareReleases(b.release, a.release),
    );
}
