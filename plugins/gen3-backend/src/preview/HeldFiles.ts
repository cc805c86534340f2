import type { ChangeFile } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  RecentAnswers,
  withDeadline,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { ChangeTargets } from '../changes/ChangeTargets';
import { toCallerError } from '../changes/toCallerError';

/** Milliseconds for which a preview takes what git held: who looks again at once need not wait for git, and a proposal reads anew. */
export const KEEP_MS = 30_000;

/** Milliseconds that git may take. */
export const READ_MS = 60_000;

/** What the branches of sources hold now, or held half a minute ago. */
export class HeldFiles {
  readonly #targets: Pick<ChangeTargets, 'require'>;
  readonly #answers: RecentAnswers<Map<string, string | undefined>>;

  private constructor(options: HeldFilesOptions) {
    this.#targets = options.targets;
    this.#answers = RecentAnswers.create({
      keepMs: KEEP_MS,
      keepFailureMs: 0,
      maxEntries: 50,
      now: options.now ?? Date.now,
    });
  }

  static create(options: HeldFilesOptions): HeldFiles {
    return new HeldFiles(options);
  }

  /** Files as they would be, and as they are. @throws InputError when the source takes no changes. */
  async read(
    source: string,
    written: readonly { path: string; content: string }[],
    { signal }: { signal: AbortSignal },
  ): Promise<ChangeFile[]> {
    const { target, host } = this.#targets.require(source);
    const paths = written.map(({ path }) => path);
    const held = await withDeadline({ signals: [signal] }, () =>
      this.#answers.get(JSON.stringify([source, ...paths]), () =>
        toCallerError(() =>
          host.readFiles({
            ref: target.branch,
            paths,
            signal: AbortSignal.timeout(READ_MS),
          }),
        ),
      ),
    );
    return written.map(({ path, content }) => {
      const before = held.get(path);
      return {
        path,
        ...(before === undefined ? {} : { before }),
        after: content,
      };
    });
  }
}

/** What {@link HeldFiles} needs. */
export interface HeldFilesOptions {
  targets: Pick<ChangeTargets, 'require'>;
  now?: () => number;
}
