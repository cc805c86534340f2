import type {
  Cause,
  CheckState,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** `unknown` for one of these means that the portal had no time: asking again sooner would only make that worse. */
const NO_TIME: readonly Cause[] = ['timeout', 'cancelled'];

/**
 * Whether the newest result of a check speaks against what is shown, so that asking again soon decides: it was up and
 * now fails, it was down and now answers, or it has never been confirmed to be down.
 */
export function isChangePending(state: CheckState): boolean {
  const { outcome, last } = state;
  const hadNoTime = last.outcome === 'unknown' && NO_TIME.includes(last.cause);
  return last.outcome !== outcome && !hadNoTime;
}
