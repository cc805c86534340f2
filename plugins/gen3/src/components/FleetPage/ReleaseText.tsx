import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FleetRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3TranslationRef } from '../../translation';

/** Monthly release of a commons, with `*` when a newer one runs elsewhere in the fleet. */
export function ReleaseText({ row }: { row: FleetRow }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const behind = t('fleetPage.row.behind');
  if (!row.release) return <>-</>;
  return (
    <span style={{ fontFamily: 'monospace' }}>
      {row.release}
      {row.behind ? (
        <span role="img" aria-label={behind} title={behind}>
          *
        </span>
      ) : null}
    </span>
  );
}
