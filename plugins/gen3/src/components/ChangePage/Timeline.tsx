import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ChangeStep } from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles } from '@material-ui/core/styles';
import { currentStep } from '../../lib/changeState';
import { Gen3TranslationFunction, gen3TranslationRef } from '../../translation';
import { TimelineStep } from './TimelineStep';

const useStyles = makeStyles(theme => ({
  now: { margin: theme.spacing(0, 0, 1), fontSize: 14 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
}));

/** A review goes on when somebody does it: nothing is running. */
function sayNow({ id, title, state }: ChangeStep, t: Gen3TranslationFunction) {
  return state === 'running' && id === 'checks'
    ? t('changePage.timeline.inReview')
    : t('changePage.timeline.now', {
        step: title,
        state: t(`changePage.timeline.state.${state}`),
      });
}

/** The steps of a change from top to bottom; what needs a look is open. */
export function Timeline(props: {
  steps: ChangeStep[];
  /** The change was closed, so it never comes to what it skips. @defaultValue false */
  isGivenUp?: boolean;
}) {
  const { steps, isGivenUp = false } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const classes = useStyles();
  const current = currentStep(steps);
  return (
    <>
      {/* Read out when it changes, so it holds no age. */}
      <p role="status" className={classes.now}>
        {current ? sayNow(current, t) : t('changePage.timeline.over')}
      </p>
      <ol className={classes.list} aria-label={t('changePage.timeline.label')}>
        {steps.map(step => (
          <TimelineStep
            key={step.id}
            step={step}
            isGivenUp={isGivenUp && step.state === 'skipped'}
            isCurrent={step.id === current?.id}
          />
        ))}
      </ol>
    </>
  );
}
