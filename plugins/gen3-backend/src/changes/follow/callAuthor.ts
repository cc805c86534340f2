import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ChangeNews } from '../../notify/ChangeNotifier';
import type { ChangeRecord } from '../ChangeRecord';
import type { FindPerson } from '../ChangeService';
import type { ChangeStore } from '../ChangeStore';
import { nameOfPerson } from '../nameOfPerson';
import { findNewTrouble } from './findNewTrouble';
import { followOpening } from './followOpening';

/** Writes down that a change at a host is its author's to open, whose wave has come, and tells it once. */
export async function callAuthor(
  record: ChangeRecord,
  {
    store,
    news,
    ...people
  }: {
    store: Pick<ChangeStore, 'get' | 'stepsOf' | 'writeSteps'>;
    news: Pick<ChangeNews, 'stuck'>;
    findPerson: FindPerson;
    logger: LoggerService;
  },
): Promise<void> {
  const { id } = record;
  // Who looks at the page need not wait to be called: one that was opened or closed since it was read is nobody's to open.
  const now = await store.get(id, undefined);
  if (now?.state !== 'proposing') return;
  const before = await store.stepsOf(id);
  const author = await nameOfPerson(record.author, people);
  const steps = [followOpening(record, author)];
  await store.writeSteps(id, steps);
  const trouble = findNewTrouble(steps, before);
  if (trouble) await news.stuck(record, trouble);
}
