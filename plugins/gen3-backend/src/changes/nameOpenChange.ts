import type { CommonsAccess } from '../permissions/CommonsAccess';
import type { ChangeStore } from './ChangeStore';

/**
 * Says which change of a hostname has not ended. To whom may not see its commons, only that there is one: a hostname can be asked for that
 * is somebody else's.
 */
export async function nameOpenChange({
  hostname,
  access,
  store,
}: {
  hostname: string;
  access: CommonsAccess;
  store: Pick<ChangeStore, 'findOpen' | 'get'>;
}): Promise<string | undefined> {
  const open = await store.findOpen(hostname);
  if (!open) return undefined;
  const seen = await store.get(open.id, access);
  return seen
    ? `"${seen.title}" (${seen.id}), proposed by ${seen.author}`
    : 'one that you may not see';
}
