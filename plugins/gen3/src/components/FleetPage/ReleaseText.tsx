import { FleetRow } from '@gen3-csoc/backstage-plugin-gen3-common';

const BEHIND = 'behind the newest release in the fleet';

/** Monthly release of a commons, with `*` when a newer one runs elsewhere in the fleet. */
export function ReleaseText({ row }: { row: FleetRow }) {
  if (!row.release) return <>-</>;
  return (
    <span style={{ fontFamily: 'monospace' }}>
      {row.release}
      {row.behind ? (
        <span role="img" aria-label={BEHIND} title={BEHIND}>
          *
        </span>
      ) : null}
    </span>
  );
}
