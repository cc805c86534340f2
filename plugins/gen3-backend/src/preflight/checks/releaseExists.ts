import { compareReleases } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  type DeclaredTag,
  declaredTags,
  monthlyReleases,
} from '../declaredTags';
import { listNames } from '../listNames';
import type { PreflightCheck, PreflightSubject, Problem } from '../types';

/** The oldest with notes (`cdis-manifest:releases/2020/02`). */
const OLDEST = '2020.02';

/** Nobody is a year behind in knowing releases. */
const MAX_MONTHS_AHEAD = 12;

function monthOf(release: string): number {
  const [year = 0, month = 0] = release.split('.').map(Number);
  return year * 12 + month;
}

/**
 * What the portal knows are the releases that the fleet runs and those that config names: not every one that there is. So a release that
 * it does not know is only an error where there can be none.
 */
export const releaseExists: PreflightCheck = {
  id: 'release-exists',
  title: 'The release exists',
  run({ subject, registry, facts: { releases } }) {
    const wanted = monthlyReleases(declaredTags(subject, registry));
    if (wanted.length === 0) return 'not-applicable';
    if (!releases.known) return { notRun: releases.why };
    const known = [...releases.value].sort(compareReleases);
    if (known.length === 0) return { notRun: 'The portal knows no release' };
    return wanted
      .filter(({ release }) => !known.includes(release))
      .map(each => toProblem(subject, { ...each, known }));
  },
};

function toProblem(
  { plan }: PreflightSubject,
  {
    release,
    members,
    known,
  }: { release: string; members: DeclaredTag[]; known: string[] },
): Problem {
  const newest = known[known.length - 1] ?? OLDEST;
  const isImpossible =
    monthOf(release) < monthOf(OLDEST) ||
    monthOf(release) > monthOf(newest) + MAX_MONTHS_AHEAD;
  const services = listNames(members.map(({ service }) => service));
  return {
    severity: isImpossible ? 'error' : 'warning',
    key: members[0]?.key,
    field: plan && plan.answers.release !== release ? 'imageTags' : undefined,
    what: isImpossible
      ? `There is no release ${release} (${services})`
      : `The portal knows no release ${release} (${services})`,
    why: 'Without images of that tag no pod of these services starts.',
    fix: `Choose ${nearest(release, known).join(
      ' or ',
    )}, the nearest that it knows${
      isImpossible ? '' : ', or make sure that the release is published'
    }`,
  };
}

function nearest(release: string, known: string[]): string[] {
  const before = known.filter(each => compareReleases(each, release) < 0);
  const after = known.filter(each => compareReleases(each, release) > 0);
  return [...before.slice(-1), ...after.slice(0, 1)];
}
