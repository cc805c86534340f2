import {
  compareReleases,
  type LaunchField,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  type DeclaredTag,
  declaredTags,
  isReleaseOfNoMonth,
  monthlyReleases,
} from '../declaredTags';
import { listNames } from '../listNames';
import type { PreflightCheck, PreflightSubject, Problem } from '../types';

/** The oldest with notes (`cdis-manifest:releases/2020/02`). */
const OLDEST = '2020.02';

/** Nobody is a year behind in knowing releases. */
const MAX_MONTHS_AHEAD = 12;

const NO_IMAGES = 'Without images of that tag no pod of these services starts.';

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
    const tags = declaredTags(subject, registry);
    const typos = tags.filter(each => isReleaseOfNoMonth(each, registry));
    const impossible = noMonth(subject, typos);
    const wanted = monthlyReleases(tags);
    if (wanted.length + impossible.length === 0) return 'not-applicable';
    const known = releases.known
      ? [...releases.value].sort(compareReleases)
      : [];
    if (known.length === 0) {
      // What no month has is wrong whatever the portal knows.
      if (impossible.length > 0) return impossible;
      const why = 'The portal knows no release';
      return { notRun: releases.known ? why : releases.why };
    }
    const strange = wanted.filter(({ release }) => !known.includes(release));
    return [
      ...impossible,
      ...strange.map(each => toProblem(subject, { ...each, known })),
    ];
  },
};

/** With a release, other tags are those of single services. */
function fieldOf(
  { plan }: PreflightSubject,
  release: string,
): LaunchField | undefined {
  return plan && plan.answers.release !== release ? 'imageTags' : undefined;
}

/** For each release of a month that there is not. */
function noMonth(subject: PreflightSubject, typos: DeclaredTag[]): Problem[] {
  const releases = [...new Set(typos.map(({ tag = '' }) => tag))];
  return releases.map(release => {
    const members = typos.filter(({ tag }) => tag === release);
    const services = listNames(members.map(({ service }) => service));
    const [, month] = release.split('.');
    return {
      severity: 'error',
      key: members[0]?.key,
      field: fieldOf(subject, release),
      what: `There is no release ${release} (${services}): there is no month ${month}`,
      why: NO_IMAGES,
      fix: 'Write the year and the month, 01 to 12, e.g. "2026.07"',
      about: members.map(({ service }) => `${service}: ${release}`),
    };
  });
}

function toProblem(
  subject: PreflightSubject,
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
    field: fieldOf(subject, release),
    what: isImpossible
      ? `There is no release ${release} (${services})`
      : `The portal knows no release ${release} (${services})`,
    why: NO_IMAGES,
    fix: `Choose ${nearest(release, known).join(
      ' or ',
    )}, the nearest that it knows${
      isImpossible ? '' : ', or make sure that the release is published'
    }`,
    about: members.map(({ service }) => `${service}: ${release}`),
  };
}

function nearest(release: string, known: string[]): string[] {
  const before = known.filter(each => compareReleases(each, release) < 0);
  const after = known.filter(each => compareReleases(each, release) > 0);
  return [...before.slice(-1), ...after.slice(0, 1)];
}
