import {
  classifyTag,
  compareReleases,
  type PreviewRisk,
  tagOfImage,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { containersOf } from './containersOf';
import type { ManifestDiff } from './diffManifests';
import type { Manifest } from './Manifest';
import { objectNameOf } from './objectNameOf';
import { stepsBetween } from './stepsBetween';

/** Images that go back, or over releases in between. */
export function imageRisks(diff: ManifestDiff): PreviewRisk[] {
  if (diff.change !== 'changed') return [];
  const { before, after } = diff;
  const old = tagsOf(before);
  const object = objectNameOf(after);
  return [...tagsOf(after)].flatMap(([image, to]): PreviewRisk[] => {
    const from = old.get(image);
    const known = from !== undefined && from !== to;
    if (!known || classifyTag(from) !== classifyTag(to)) return [];
    if (classifyTag(to) === 'moving') return [];
    if (compareReleases(to, from) < 0) {
      return [
        {
          id: 'downgrade',
          severity: 'high',
          object,
          what: `${image} goes back from ${from} to ${to}`,
          why: 'Its database may have been migrated already, and migrations are not taken back.',
        },
      ];
    }
    return stepsBetween(from, to) > 1
      ? [
          {
            id: 'skips-releases',
            severity: 'medium',
            object,
            what: `${image} goes from ${from} to ${to}, over releases in between`,
            why: 'Each release is tested with the one before it; notes of those in between apply as well.',
          },
        ]
      : [];
  });
}

/** Tags by image, without registries that mirror it. */
function tagsOf(manifest: Manifest): Map<string, string> {
  return new Map(
    containersOf(manifest).flatMap(({ image }) => {
      if (typeof image !== 'string') return [];
      const tag = tagOfImage(image);
      const [last = image] = image.split('/').slice(-1);
      const [name = last] = last.split(/[:@]/);
      return tag === undefined ? [] : [[name, tag] as const];
    }),
  );
}
