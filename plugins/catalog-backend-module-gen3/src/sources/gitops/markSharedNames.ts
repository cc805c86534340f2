import { MemberReading } from '../types';

/** Members that one finding names: thousands may share a name, and each has a finding of its own. */
const MAX_NAMED = 3;

/**
 * Adds a finding to commons whose Application has the name, namespace and cluster of another's: one Argo CD can hold only one of
 * them.
 */
export function markSharedNames(
  members: readonly MemberReading[],
): MemberReading[] {
  const byName = new Map<string, string[]>();
  for (const each of members) {
    const name = nameOf(each);
    if (name === undefined) continue;
    const sharing = byName.get(name) ?? [];
    byName.set(name, sharing);
    sharing.push(each.member);
  }
  return members.map(each => {
    const name = nameOf(each);
    const sharing = name === undefined ? [] : byName.get(name) ?? [];
    if (each.kind !== 'commons' || sharing.length < 2) return each;
    return {
      ...each,
      findings: [
        ...each.findings,
        {
          severity: 'info',
          code: 'application-name-shared',
          message: `The Application "${
            each.commons.argocdApp?.name
          }" has the same name as that of ${listOthers(
            sharing,
            each.member,
          )} for the same cluster`,
          fix: 'Give each Application its own name, unless each has an Argo CD of its own',
          file: each.commons.provenance.path,
          key: 'metadata.name',
        },
      ],
    };
  });
}

/** The first of those that share a name, without one of them. */
function listOthers(sharing: readonly string[], member: string): string {
  const named = sharing
    .slice(0, MAX_NAMED + 1)
    .filter(other => other !== member)
    .slice(0, MAX_NAMED);
  const more = sharing.length - 1 - named.length;
  return `${named.map(other => `"${other}"`).join(', ')}${
    more > 0 ? ` and ${more} more` : ''
  }`;
}

function nameOf(member: MemberReading): string | undefined {
  if (member.kind !== 'commons' || !member.commons.argocdApp) return undefined;
  const { cluster, argocdApp } = member.commons;
  return JSON.stringify([cluster, argocdApp.namespace, argocdApp.name]);
}
