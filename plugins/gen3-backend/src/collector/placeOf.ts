/** A commons, as far as it says where it is. */
export interface PlacedCommons {
  hostname: string;
  kubernetes?: { cluster: string };
}

/** Names what a commons shares with its neighbours: its cluster, or nothing but itself. */
export function placeOf({ hostname, kubernetes }: PlacedCommons): string {
  return kubernetes ? `cluster:${kubernetes.cluster}` : hostname;
}
