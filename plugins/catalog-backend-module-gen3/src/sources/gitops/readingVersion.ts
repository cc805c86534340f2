/** Everything that a reading depends on. */
export interface ReadingVersion {
  /** Version of the configured revision. */
  main: string;
  /** Versions of other revisions that value files were read at; undefined for one that does not exist. */
  others: ReadonlyMap<string, string | undefined>;
  /** Digest of the options and the rules that the reading was made with. */
  rules: string;
}

/** Writes a version in one line: the commit first, because people read it. */
export function writeVersion(version: ReadingVersion): string {
  const others = [...version.others]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, at]) => `,${encode(name)}=${at ?? ''}`);
  return `${version.main}${others.join('')}~${version.rules}`;
}

/** Reads what `writeVersion` wrote; undefined for anything else. */
export function parseVersion(text: string): ReadingVersion | undefined {
  const match = /^([^,~]+)((?:,[^,~=]+=[^,~]*)*)~(\w+)$/.exec(text);
  if (!match?.[1] || !match[3]) return undefined;
  const others = (match[2] ?? '')
    .split(',')
    .filter(Boolean)
    .map(part => {
      const [name = '', at = ''] = part.split('=');
      return [decodeURIComponent(name), at || undefined] as const;
    });
  return { main: match[1], others: new Map(others), rules: match[3] };
}

/** A full commit id stands for the same files for ever, once it was there. */
export function mayMove(
  revision: string,
  version: string | undefined,
): boolean {
  return (
    version === undefined || !/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(revision)
  );
}

/** A tilde ends the list of revisions, and is no letter that `encodeURIComponent` touches. */
function encode(name: string): string {
  return encodeURIComponent(name).replaceAll('~', '%7E');
}
