import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ChangeStep,
  describeDuration,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import Button from '@material-ui/core/Button';
import { makeStyles, Theme } from '@material-ui/core/styles';
import ExpandLess from '@material-ui/icons/ExpandLess';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { useState } from 'react';
import { STEP_TONES } from '../../lib/changeState';
import { toneOf } from '../../lib/status';
import { Gen3TranslationFunction, gen3TranslationRef } from '../../translation';
import { Age } from '../Age';
import { StepMark } from '../StateMark';
import { StepDetails } from './StepDetails';

const MINUTE_MS = 60_000;

const useStyles = makeStyles<Theme, Pick<ChangeStep, 'state'>>(theme => ({
  // The line that joins the steps.
  root: {
    borderLeft: ({ state }) =>
      `3px solid ${toneOf(STEP_TONES[state], theme.palette.type)}`,
    padding: theme.spacing(0.25, 0, 0.75, 1.5),
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1.5),
    fontSize: 13,
  },
  title: {
    textTransform: 'none',
    textAlign: 'left',
    fontSize: 14,
    padding: theme.spacing(0, 0.5),
  },
}));

/** One step: its state, since when, and how long it usually takes; opens to what was seen. */
export function TimelineStep(props: {
  step: ChangeStep;
  isCurrent: boolean;
  /** The change was closed before it. */
  isGivenUp: boolean;
}) {
  const { step, isCurrent, isGivenUp } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const classes = useStyles({ state: step.state });
  const [open, setOpen] = useState(false);
  const calls = isCurrent || step.state === 'stuck' || step.state === 'failed';
  const [called, setCalled] = useState(false);
  // It opens when it needs a look, and closes only when somebody closes it: nothing shuts under a reader's eyes.
  if (calls !== called) {
    setCalled(calls);
    if (calls) setOpen(true);
  }
  return (
    <li className={classes.root} aria-current={isCurrent ? 'step' : undefined}>
      <div className={classes.head}>
        <Button
          size="small"
          className={classes.title}
          aria-expanded={open}
          endIcon={open ? <ExpandLess /> : <ExpandMore />}
          onClick={() => setOpen(!open)}
        >
          {step.title}
        </Button>
        <StepMark state={step.state} />
        <Since step={step} t={t} />
        {step.usualMinutes === undefined ? null : (
          <span>
            {t('changePage.timeline.usual', {
              time: describeDuration(step.usualMinutes * MINUTE_MS),
            })}
          </span>
        )}
      </div>
      {open ? <StepDetails step={step} isGivenUp={isGivenUp} /> : null}
    </li>
  );
}

/** Of what is over, how long ago; of what lasts, for how long. */
function Since(props: { step: ChangeStep; t: Gen3TranslationFunction }) {
  const { step, t } = props;
  const { state, since } = step;
  if (since === undefined) return null;
  const isOver = state === 'done' || state === 'failed' || state === 'skipped';
  return (
    <span>
      {t(isOver ? 'changePage.timeline.ago' : 'changePage.timeline.for', {
        age: <Age at={since} />,
      })}
    </span>
  );
}
