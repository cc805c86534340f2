import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  FleetRow,
  GEN3_JOURNEYS,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { useTheme } from '@material-ui/core/styles';
import { toneOf } from '../../lib/status';
import { gen3TranslationRef } from '../../translation';
import { StatusIcon } from '../StatusMark';

/** The five journeys of a commons as five glyphs, always in the same order, each with its text. */
export function JourneyMarks(props: { journeys: FleetRow['journeys'] }) {
  const theme = useTheme();
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <span style={{ display: 'inline-flex', gap: 2, verticalAlign: 'middle' }}>
      {GEN3_JOURNEYS.map(journey => {
        const status = props.journeys[journey];
        const text = t('journeyMarks.mark', {
          journey: t(`journey.${journey}`),
          status: status ? t(`status.${status}`) : t('journeyMarks.notOffered'),
        });
        if (!status) {
          return (
            <span
              key={journey}
              role="img"
              aria-label={text}
              title={text}
              style={{ width: '1.25em', textAlign: 'center' }}
            >
              -
            </span>
          );
        }
        return (
          <span
            key={journey}
            style={{
              color: toneOf(status, theme.palette.type),
              display: 'inline-flex',
            }}
          >
            <StatusIcon status={status} label={text} />
          </span>
        );
      })}
    </span>
  );
}
