import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ChangeStep } from '@gen3-csoc/backstage-plugin-gen3-common';
import Cancel from '@material-ui/icons/Cancel';
import CheckCircle from '@material-ui/icons/CheckCircle';
import PlayCircleFilled from '@material-ui/icons/PlayCircleFilled';
import RadioButtonUnchecked from '@material-ui/icons/RadioButtonUnchecked';
import SkipNext from '@material-ui/icons/SkipNext';
import VisibilityOff from '@material-ui/icons/VisibilityOff';
import Warning from '@material-ui/icons/Warning';
import { STEP_TONES } from '../../lib/changeState';
import { gen3TranslationRef } from '../../translation';
import { StateMark } from './StateMark';

const ICONS = {
  waiting: RadioButtonUnchecked,
  running: PlayCircleFilled,
  done: CheckCircle,
  stuck: Warning,
  failed: Cancel,
  'not-visible': VisibilityOff,
  skipped: SkipNext,
};

/** State of a step. */
export function StepMark({ state }: Pick<ChangeStep, 'state'>) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <StateMark
      tone={STEP_TONES[state]}
      icon={ICONS[state]}
      word={t(`changePage.timeline.state.${state}`)}
    />
  );
}
