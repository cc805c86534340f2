import {
  classifyTag,
  compareReleases,
  type PreflightFinding,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { listNames } from '../preflight/listNames';
import { stepsBetween } from '../preview/stepsBetween';
import { findingOf } from './findingOf';
import type { TagChange } from './planUpgrade';

/** What may go wrong with other tags: one finding of each kind, however many images there are. */
export function upgradeFindings(
  changes: readonly TagChange[],
): PreflightFinding[] {
  return [
    ...found(changes.filter(isDowngrade), names => ({
      id: 'downgrade',
      severity: 'warning',
      what: `${names} would go back`,
      why: 'Databases may have been migrated already, and migrations are not taken back.',
      fix: 'Restore the databases of the older release as well, or go forward',
    })),
    ...found(changes.filter(skips), names => ({
      id: 'skips-releases',
      severity: 'warning',
      what: `${names} would go over releases in between`,
      why: 'Each release is tested with the one before it; the notes of those in between apply as well.',
      fix: 'Upgrade one release at a time, or read the notes of all of them',
    })),
    ...found(changes.filter(isPinned), names => ({
      id: 'pinned-tag',
      severity: 'warning',
      what: `${names} would lose a tag that somebody chose`,
      why: 'It is no monthly one, so it was probably set for a reason, such as a fix that the release does not have.',
      fix: 'Ask whoever set it, or keep it by naming it among the single services (imageTags)',
    })),
  ];
}

function found(
  changes: TagChange[],
  describe: (names: string) => Parameters<typeof findingOf>[0],
): PreflightFinding[] {
  if (changes.length === 0) return [];
  const names = listNames(
    changes.map(({ path, from, to }) => `${path} (${from} to ${to})`),
  );
  return [findingOf(describe(names))];
}

/** Tags of two kinds cannot be compared, and a moving one with nothing. */
function isComparable(
  change: TagChange,
): change is TagChange & { from: string } {
  const { from, to } = change;
  return (
    from !== undefined &&
    classifyTag(from) === classifyTag(to) &&
    classifyTag(to) !== 'moving'
  );
}

function isDowngrade(change: TagChange): boolean {
  return isComparable(change) && compareReleases(change.to, change.from) < 0;
}

function skips(change: TagChange): boolean {
  return isComparable(change) && stepsBetween(change.from, change.to) > 1;
}

function isPinned({ from, byRelease }: TagChange): boolean {
  return byRelease && from !== undefined && classifyTag(from) !== 'monthly';
}
