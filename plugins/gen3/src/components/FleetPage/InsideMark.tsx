import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FleetRow, lateJobOf } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useTheme } from '@material-ui/core/styles';
import { causeWord, toneOf } from '../../lib/status';
import { gen3TranslationRef } from '../../translation';
import { StatusIcon } from '../StatusMark';

/** What the cluster says of a commons, as a glyph with its text; `-` when none is connected. */
export function InsideMark({ inside }: { inside: FleetRow['inside'] }) {
  const theme = useTheme();
  const { t } = useTranslationRef(gen3TranslationRef);
  if (!inside) {
    const text = t('fleetPage.inside.none');
    return (
      <span role="img" aria-label={text} title={text}>
        -
      </span>
    );
  }
  const text = t('fleetPage.inside.mark', {
    status: t(`status.${inside.status}`),
    cause: namedCauses(inside)
      .map(cause => causeWord(cause, t))
      .join(', '),
  });
  return (
    <span
      style={{
        color: toneOf(inside.status, theme.palette.type),
        display: 'inline-flex',
        verticalAlign: 'middle',
      }}
    >
      <StatusIcon status={inside.status} label={text} />
    </span>
  );
}

/** All that a cluster says; that a job is late only without the job's name. */
function namedCauses({ cause, causes }: NonNullable<FleetRow['inside']>) {
  if (causes.length === 0) return [cause];
  return causes.some(lateJobOf)
    ? causes.filter(each => each !== 'job-late')
    : causes;
}
