import { ConflictError } from '@backstage/errors';
import type { ChangeRecord } from './ChangeRecord';

/** Why there is no pull request of a change to open: what it is, and which it has. */
export function notToBeOpened({
  title,
  state,
  url,
}: {
  title: string;
  state: ChangeRecord['state'] | 'gone';
  /** Page of its pull request. */
  url?: string;
}): ConflictError {
  const has = url === undefined ? '' : ` and has the pull request ${url}`;
  return new ConflictError(
    `"${title}" is ${state}${has}: there is nothing to open`,
  );
}
