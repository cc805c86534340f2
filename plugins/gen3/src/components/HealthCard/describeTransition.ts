import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Gen3TranslationFunction } from '../../translation';
import { checkTitle } from './checkTitle';

type Transition = CommonsHealthResponse['transitions'][number];

/** That something was up when it was asked for the first time is no news. */
export function isNews({ from, to }: Transition): boolean {
  return from !== undefined || to !== 'up';
}

/** What a transition is about and why, as one clause that follows the new status. Reasons name their subject themselves. */
export function describeTransition(
  { subject, reason }: Transition,
  t: Gen3TranslationFunction,
): string {
  const [kind, name = kind] = subject.split(/:(.*)/s);
  if (kind !== 'check') return reason || name;
  // The reason of a check begins with its id.
  return `${checkTitle(name, t)} ${reason.replace(`${name} `, '')}`.trim();
}
