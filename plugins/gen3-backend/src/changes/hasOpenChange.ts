import { ConflictError } from '@backstage/errors';
import type { ChangeRecord } from './ChangeRecord';

/** What somebody is told who proposes a change of a commons that has one. */
export function hasOpenChange(
  open: Pick<ChangeRecord, 'id' | 'hostname' | 'title' | 'author' | 'state'>,
): ConflictError {
  const { id, hostname, title, author } = open;
  return new ConflictError(
    `"${hostname}" has a change that has not ended: "${title}" (${id}) by ${author}. ${waitFor(
      open,
    )}.`,
  );
}

/** What to do about a change that keeps others from its commons. */
export function waitFor({ state }: Pick<ChangeRecord, 'state'>): string {
  return state === 'merged'
    ? 'It is merged: wait until its commons has it, a day at the most'
    : 'Wait until it has ended, or close it';
}
