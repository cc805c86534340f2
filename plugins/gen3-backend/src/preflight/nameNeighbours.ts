import type { Neighbours } from './facts/types';

/** Who is there, for people: those that the caller may not see are one more name. */
export function nameNeighbours({ hostnames, hidden }: Neighbours): string[] {
  if (hidden === 0) return hostnames;
  const others =
    hidden === 1
      ? 'one that you may not see'
      : `${hidden} that you may not see`;
  return [...hostnames, others];
}
