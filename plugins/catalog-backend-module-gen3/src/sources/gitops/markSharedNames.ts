import { MemberReading } from '../types';

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
    if (name) byName.set(name, [...(byName.get(name) ?? []), each.member]);
  }
  return members.map(each => {
    const name = nameOf(each);
    const others = (name ? byName.get(name) ?? [] : []).filter(
      other => other !== each.member,
    );
    if (each.kind !== 'commons' || others.length === 0) return each;
    return {
      ...each,
      findings: [
        ...each.findings,
        {
          severity: 'info',
          code: 'application-name-shared',
          message: `The Application "${
            each.commons.argocdApp?.name
          }" has the same name as that of ${others
            .map(other => `"${other}"`)
            .join(', ')} for the same cluster`,
          fix: 'Give each Application its own name, unless each has an Argo CD of its own',
          file: each.commons.provenance.path,
          key: 'metadata.name',
        },
      ],
    };
  });
}

function nameOf(member: MemberReading): string | undefined {
  if (member.kind !== 'commons' || !member.commons.argocdApp) return undefined;
  const { cluster, argocdApp } = member.commons;
  return JSON.stringify([cluster, argocdApp.namespace, argocdApp.name]);
}
