import {
  type PendingLaunch,
  pendingLaunchesSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { withDeadline } from '../http/withDeadline';
import {
  createPluginRequest,
  type ProxyAccess,
} from '../kubernetes/createPluginRequest';
import { parseJson } from '../kubernetes/parseJson';

/** It reads its database. */
const WITHIN_MS = 10_000;

const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Asks the gen3 plugin for the commons of a source that are on their way.
 *
 * @throws Error when it does not answer, or with something else.
 * @public
 */
export async function readPendingLaunches(
  access: ProxyAccess,
  options: { source: string; signal: AbortSignal },
): Promise<PendingLaunch[]> {
  const { source, signal } = options;
  const request = createPluginRequest(access, 'gen3');
  const path = `launches?${new URLSearchParams({ source })}`;
  const answer = await withDeadline(
    { signals: [signal], timeoutMs: WITHIN_MS },
    inTime => request({ path, maxBytes: MAX_BYTES, signal: inTime }),
  );
  const launches = pendingLaunchesSchema.safeParse(parseJson(answer.text));
  if (answer.status !== 200 || !launches.success) {
    throw new Error(
      `The gen3 plugin answers ${answer.status} and no list of launches of the source "${source}"`,
    );
  }
  return launches.data.items;
}
