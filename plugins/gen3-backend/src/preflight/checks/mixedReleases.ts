import { classifyTag } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  type DeclaredTag,
  declaredTags,
  monthlyReleases,
} from '../declaredTags';
import { listNames } from '../listNames';
import type { PreflightCheck, Problem } from '../types';

/**
 * A monthly release is a set of images that were tested together (`gen3-release-utils:README.md`,
 * `cdis-manifest:releases/<year>/<month>/gen3-release-notes.md`).
 */
export const mixedReleases: PreflightCheck = {
  id: 'mixed-releases',
  title: 'All services are of one release',
  run({ subject, registry }) {
    const tags = declaredTags(subject, registry);
    const [most, ...others] = monthlyReleases(tags);
    if (!most) return 'not-applicable';
    const versions =
      subject.tier === 'production' ? findVersions(tags, most.release) : [];
    const deviating = others.flatMap(({ members }) => members);
    const [first] = deviating;
    if (!first) return versions;
    const deviants = others.map(
      ({ release, members }) =>
        `${listNames(members.map(({ service }) => service))} ${release}`,
    );
    return [
      {
        severity: 'warning',
        key: first.key,
        field: subject.plan ? 'imageTags' : undefined,
        what: `Most services (${most.members.length}) are of release ${
          most.release
        }, but ${deviants.join('; ')}`,
        why: 'Images of different releases were not tested together: one service may ask another for what that does not have.',
        fix: `Set their tags (${first.key}) to "${most.release}", or accept it when it is on purpose`,
        // Whatever release of its own a service gets next, it has one already.
        about: deviating.map(({ service }) => service),
      },
      ...versions,
    ];
  },
};

function findVersions(tags: DeclaredTag[], release: string): Problem[] {
  const own = tags.filter(({ tag }) => tag && classifyTag(tag) === 'semver');
  const [first] = own;
  if (!first) return [];
  const names = own.map(({ service, tag }) => `${service} ${tag}`);
  return [
    {
      severity: 'info',
      key: first.key,
      what: `Beside release ${release} there are versions of single services: ${listNames(
        names,
      )}`,
      why: 'They do not follow when the commons gets another release.',
      fix: 'Go back to the tag of the release when it has what the version is for',
      about: names,
    },
  ];
}
