import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { ChangeRecord } from '../changes/ChangeRecord';
import type { StepSight } from '../changes/follow/LaunchSight';
import { STEP_TITLES } from '../changes/stepTitles';

const MAX_DESCRIPTION = 400;

/** What a notification says. */
type News = Pick<
  NotificationSendOptions['payload'],
  'title' | 'description' | 'severity'
>;

const ENDS: Partial<
  Record<ChangeRecord['state'], { word: string; severity: News['severity'] }>
> = {
  succeeded: { word: 'has succeeded', severity: 'normal' },
  failed: { word: 'has failed', severity: 'high' },
  abandoned: { word: 'was not carried out', severity: 'low' },
};

/** How a change has ended. */
export function describeEnd({ title, state, endReason }: ChangeRecord): News {
  const { word, severity } = ENDS[state] ?? {
    word: `is ${state}`,
    severity: 'normal',
  };
  return { title: `${title} ${word}`, severity, ...descriptionOf(endReason) };
}

/** A step of a change that does not go on by itself. */
export function describeTrouble(
  { title }: ChangeRecord,
  { id, advice, evidence }: StepSight,
): News {
  const why = advice ? [advice.likely, advice.fix] : evidence;
  return {
    title: `${title} needs you: ${STEP_TITLES[id]}`,
    severity: 'high',
    ...descriptionOf(why.join(' ')),
  };
}

function descriptionOf(text = ''): Pick<News, 'description'> {
  return text === '' ? {} : { description: shorten(text) };
}

function shorten(text: string): string {
  return text.length > MAX_DESCRIPTION
    ? `${text.slice(0, MAX_DESCRIPTION - 1)}…`
    : text;
}
