import { parsePush } from './parsePush';
import type { ScratchRepository } from './ScratchRepository';

/** How a push of one ref ended. */
export type PushEnd =
  | { kind: 'done' }
  /** Somebody else moved the ref, or is about to: look again and try again. */
  | { kind: 'moved'; saying: string }
  | { kind: 'refused'; saying: string }
  /** A ref like `a` keeps one like `a/b` from being made, and the other way round. */
  | { kind: 'in-the-way'; saying: string };

/** What git says of a ref that another process writes at this moment, or wrote just now. */
const RACE =
  /stale info|failed to (update|lock)|cannot lock|incorrect old value|already exists|fetch first|non-fast-forward/i;

/** Why git cannot write a ref at any other moment either. */
const LASTING = /permission denied|read-only|no space left/i;

const IN_THE_WAY = /' exists; cannot create '/;

/**
 * Moves a ref of the repository that a scratch repository sees, when it still is where it was.
 *
 * Git pushes, and so the repository's own hooks and settings decide, as for everyone else's push: plain `update-ref` would go past
 * `pre-receive` and `update`. Objects wait apart until they do, so that a push that is refused or killed leaves nothing that any
 * ref leads to. A push is not cut off by the signal: git would leave a lock on the ref behind.
 *
 * @param options.from - where it was; undefined when there was none.
 * @param options.to - where it shall be; undefined to delete it.
 * @param options.read - where the ref is now.
 * @throws GitError when git does not reach the repository; the signal's reason when it was aborted before.
 */
export async function pushRef(options: {
  scratch: ScratchRepository;
  ref: string;
  from: string | undefined;
  to: string | undefined;
  read: () => Promise<string | undefined>;
}): Promise<PushEnd> {
  const { scratch, ref, from, to, read } = options;
  scratch.signal.throwIfAborted();
  const call = {
    operation: 'push a change',
    args: [
      'push',
      '--porcelain',
      '--no-verify',
      '--no-signed',
      '--no-follow-tags',
      `--force-with-lease=${ref}:${from ?? ''}`,
      '--',
      scratch.origin.path,
      `${to ?? ''}:${ref}`,
    ],
  };
  let end;
  try {
    end = await scratch.carryThrough(call);
  } catch (error) {
    // Ended for its time or by the system: what it did before counts.
    if ((await read()) === to) return { kind: 'done' };
    throw error;
  }
  if (end.code === 0) return { kind: 'done' };
  const refusal = parsePush(end);
  if (!refusal) throw scratch.errorOf(call, end.complaint);
  const { saying } = refusal;
  const now = await read();
  if (now === to) return { kind: 'done' };
  if (IN_THE_WAY.test(saying)) return { kind: 'in-the-way', saying };
  const isRace =
    now !== from || (RACE.test(refusal.reason) && !LASTING.test(saying));
  return { kind: isRace ? 'moved' : 'refused', saying };
}
