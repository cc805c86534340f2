import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Block from '@material-ui/icons/Block';
import CallMerge from '@material-ui/icons/CallMerge';
import Cancel from '@material-ui/icons/Cancel';
import CheckCircle from '@material-ui/icons/CheckCircle';
import HourglassEmpty from '@material-ui/icons/HourglassEmpty';
import RateReview from '@material-ui/icons/RateReview';
import Warning from '@material-ui/icons/Warning';
import {
  ListedOrWhole,
  standingOf,
  STANDING_TONES,
} from '../../lib/changeState';
import { gen3TranslationRef } from '../../translation';
import { StateMark } from './StateMark';

const ICONS = {
  proposing: HourglassEmpty,
  open: RateReview,
  merged: CallMerge,
  stuck: Warning,
  succeeded: CheckCircle,
  failed: Cancel,
  abandoned: Block,
};

/** How a change stands. */
export function ChangeMark(props: { change: ListedOrWhole; size?: number }) {
  const { change, size } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const standing = standingOf(change);
  return (
    <StateMark
      tone={STANDING_TONES[standing]}
      icon={ICONS[standing]}
      word={t(`changesPage.state.${standing}`)}
      size={size}
    />
  );
}
