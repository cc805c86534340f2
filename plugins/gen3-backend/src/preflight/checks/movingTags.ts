import {
  classifyTag,
  type LaunchField,
  type LaunchTier,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { chartTag } from '../chartTag';
import { declaredTags, isReleaseOfNoMonth } from '../declaredTags';
import { listNames } from '../listNames';
import { quote } from '../quote';
import type { PreflightCheck, PreflightSubject, Problem } from '../types';

const SEVERITIES: Record<LaunchTier, Problem['severity']> = {
  production: 'error',
  staging: 'warning',
  qa: 'info',
  development: 'info',
};

/** A tag with a version, a day or a commit in it stays what it is, even though it is not named as Gen3 names its versions. */
const FIXED =
  /^v?\d{1,3}\.\d+$|\d+\.\d+\.\d+|\d{4}[.-]\d{2}[.-]\d{2}|(^|[-_.])[0-9a-f]{7,40}$/;

function isMoving(tag: string): boolean {
  return classifyTag(tag) === 'moving' && !FIXED.test(tag);
}

/** "Never release :master or :latest docker tags to production" is Gen3's own rule (`cdis-manifest:README.md`). */
export const movingTags: PreflightCheck = {
  id: 'moving-tags',
  title: 'Images are fixed versions',
  run({ subject, registry, facts }) {
    const moving = declaredTags(subject, registry)
      // There is no such image that could change: `release-exists` says so.
      .filter(each => !isReleaseOfNoMonth(each, registry))
      .map(each => ({ ...each, runs: each.tag ?? chartTag(each, facts) }))
      .filter(({ runs }) => isMoving(runs));
    const [first] = moving;
    if (!first) return [];
    const names = moving.map(({ service, tag, runs }) =>
      tag === undefined
        ? `${service} (the chart's ${quote(runs)})`
        : `${service} (${quote(runs)})`,
    );
    const services =
      moving.length > 1 ? 'services run images' : 'service runs an image';
    return [
      {
        severity: SEVERITIES[subject.tier],
        key: first.key,
        field: fieldOf(subject),
        what: `${
          moving.length
        } ${services} that can change under the same tag: ${listNames(names)}`,
        why: 'A pod that restarts may run other code than the one beside it, which nobody tested and no change in git shows; there is nothing to go back to.',
        fix: `Set the tag of each (${first.key}) to a monthly release, e.g. "2026.07", or to a version`,
        about: moving.map(({ service, runs }) => `${service}: ${runs}`),
      },
    ];
  },
};

/** With a release, only tags of single services can move. */
function fieldOf({ plan }: PreflightSubject): LaunchField | undefined {
  return plan?.answers.release && !isMoving(plan.answers.release)
    ? 'imageTags'
    : undefined;
}
