import { ForwardedError, isError } from '@backstage/errors';
import type { ChangeDetails } from '@gen3-csoc/backstage-plugin-gen3-common';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  Gen3ChangesClient,
  RequestOptions,
} from '../client/Gen3ChangesClient';
import { ownSignal } from '../client/ownSignal';

/** Milliseconds before each further attempt: together a little more than a portal takes to restart. */
const WAITS_MS: readonly number[] = [1_000, 3_000, 8_000, 20_000];

/** What the portal says no to, however often it is asked. */
const REFUSALS = ['InputError', 'NotAllowedError', 'ConflictError'];

/** Waits some milliseconds. */
export type Wait = (ms: number) => Promise<unknown>;

/**
 * Tells the portal where the pull request of a change is, several times when the portal does not answer, and though the task was cancelled: it
 * is there by now, and who does not know of it gives the change up.
 *
 * @throws ForwardedError with the page when the portal could not be told.
 */
export async function reportOpened(
  { id, title, host }: Pick<ChangeDetails, 'id' | 'title' | 'host'>,
  options: {
    url: string;
    client: Pick<Gen3ChangesClient, 'opened'>;
    asked: RequestOptions;
    /** @defaultValue a timer */
    wait?: Wait;
    /** From 0 to 1. */
    random?: () => number;
  },
): Promise<ChangeDetails> {
  const { url, client, asked, wait = sleep, random = Math.random } = options;
  const { credentials } = asked;
  for (let attempt = 0; ; attempt += 1) {
    try {
      const signal = ownSignal.cleanUp();
      // One after the other: each is for what became of the one before.
      return await client.opened(id, { url }, { credentials, signal });
    } catch (error) {
      const pause = WAITS_MS[attempt];
      const isRefused = isRefusal(error);
      if (pause === undefined || isRefused) {
        const todo = isRefused
          ? 'close it there, and the change in the portal, before you propose it anew'
          : `post its page as "url" to /api/gen3/changes/${id}/opened, or close it there, and the change in the portal, before you propose it anew`;
        throw new ForwardedError(
          `"${title}" is at ${host} (${url}), and the portal could not take note of it: ${todo}`,
          error,
        );
      }
      await wait(pause * (0.5 + random()));
    }
  }
}

function isRefusal(error: unknown): boolean {
  return isError(error) && REFUSALS.includes(error.name);
}
