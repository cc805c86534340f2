import { withDeadline } from '../http/withDeadline';
import {
  createPluginRequest,
  type ProxyAccess,
} from '../kubernetes/createPluginRequest';

/** It only says that the source is to be read. */
const WITHIN_MS = 5_000;

const MAX_BYTES = 64 * 1024;

/**
 * Has the catalog read a source as soon as possible, rather than at its next time.
 *
 * @returns `being-read`: it is read just now, which may or may not see what has changed meanwhile.
 * @throws Error when the catalog does not answer, or refuses.
 * @public
 */
export async function refreshSource(
  access: ProxyAccess,
  options: { source: string; signal: AbortSignal },
): Promise<'accepted' | 'being-read'> {
  const { source, signal } = options;
  const request = createPluginRequest(access, 'catalog');
  const path = `gen3/sources/${encodeURIComponent(source)}/refresh`;
  const answer = await withDeadline(
    { signals: [signal], timeoutMs: WITHIN_MS },
    inTime =>
      request({ method: 'POST', path, maxBytes: MAX_BYTES, signal: inTime }),
  );
  if (answer.status === 202) return 'accepted';
  if (answer.status === 409) return 'being-read';
  throw new Error(
    `The catalog answers ${answer.status} and does not read the source "${source}"`,
  );
}
