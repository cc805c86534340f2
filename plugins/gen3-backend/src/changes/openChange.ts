import { InputError } from '@backstage/errors';
import type { ChangeRecord } from './ChangeRecord';
import type { ChangeStore } from './ChangeStore';
import type { ChangeTargets } from './ChangeTargets';
import { notToBeOpened } from './notToBeOpened';
import { requireOpener } from './requireOpener';

/**
 * Takes note of the pull request of a change that is reviewed where its repository is. It may be repeated with the same page.
 *
 * @throws NotAllowedError for anybody but its author; InputError for a page of another host; ConflictError when the change is reviewed here, waits
 * for others, has another pull request, or has ended.
 */
export async function openChange(options: {
  record: ChangeRecord;
  userRef: string | undefined;
  /** Page of the pull request. */
  url: string;
  store: Pick<ChangeStore, 'advance' | 'get' | 'stepsOfEach'>;
  targets: Pick<ChangeTargets, 'requireHosted'>;
}): Promise<void> {
  const { record, url, store, targets } = options;
  const { id, title, source } = record;
  await requireOpener(options);
  const wanted = new URL(targets.requireHosted(source).repository).host;
  const found = new URL(url).host;
  if (found !== wanted) {
    throw new InputError(
      `The pull request of "${title}" is at ${found}, and its repository at ${wanted}`,
    );
  }
  const move = { from: 'proposing', to: 'open' } as const;
  if (await store.advance(id, move, { url })) return;
  const now = await store.get(id, undefined);
  if (now?.url === url) return;
  throw notToBeOpened(now ?? { title, state: 'gone' });
}
