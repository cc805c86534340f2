import { askedHostname } from '../askedHostname';
import type { HostnameClaim } from '../facts/types';
import type { PreflightCheck } from '../types';

/** The hostname is the key of a commons everywhere in the portal, so nobody else may have it. */
export const hostnameTaken: PreflightCheck = {
  id: 'hostname-taken',
  title: 'The hostname is free',
  run({ subject, facts }) {
    const hostname = askedHostname(subject);
    if (hostname === undefined) return 'not-applicable';
    const { claims } = facts;
    if (!claims.known) return { notRun: claims.why };
    // A values file may well be that of a commons that is there.
    const isNew = subject.plan !== undefined;
    return claims.value.map(claim => ({
      severity: isNew ? 'error' : 'warning',
      key: 'global.hostname',
      what: describe(claim, hostname),
      why: 'Two commons with one hostname share its DNS record, and the catalog takes them for one and the same.',
      fix: isNew
        ? `Choose another hostname${
            claim.by === 'change' ? ', or follow or close that change' : ''
          }`
        : 'Choose another hostname, unless these are the values of that very commons',
    }));
  },
};

function describe({ by, what }: HostnameClaim, hostname: string): string {
  const sentences: Record<HostnameClaim['by'], string> = {
    catalog: `The catalog has a commons with the hostname "${hostname}" already: ${what}`,
    git: `There are files of "${hostname}" in git already: ${what}`,
    change: `"${hostname}" has a change that has not ended: ${what}`,
  };
  return sentences[by];
}
