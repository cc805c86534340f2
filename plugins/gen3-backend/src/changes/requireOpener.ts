import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { ChangeRecord } from './ChangeRecord';
import type { ChangeStore } from './ChangeStore';
import { shortNameOf } from './nameOfPerson';
import { readWave } from './readWave';

/**
 * Makes sure that somebody may open the pull request of a change now.
 *
 * @throws NotAllowedError for anybody but its author; ConflictError when the change is reviewed in this portal, or its wave has not come.
 */
export async function requireOpener(options: {
  record: ChangeRecord;
  userRef: string | undefined;
  store: Pick<ChangeStore, 'get' | 'stepsOfEach'>;
}): Promise<void> {
  const { record, userRef, store } = options;
  const { title, author, host, state } = record;
  if (userRef !== author) {
    throw new NotAllowedError(
      `Only ${shortNameOf(
        author,
      )}, who proposed "${title}", opens its pull request`,
    );
  }
  if (host === 'local') {
    throw new ConflictError(
      `"${title}" is reviewed in this portal and has no pull request`,
    );
  }
  if (state !== 'proposing') return;
  const wave = await readWave(record, { store });
  if (wave.kind === 'go') return;
  const what =
    wave.kind === 'wait' ? 'cannot be opened yet' : 'is not opened any more';
  throw new ConflictError(`"${title}" ${what}. ${wave.reason}`);
}
