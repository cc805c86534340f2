import type { EditRequest } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  RecentAnswers,
  withDeadline,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import {
  type DraftContext,
  draftEdit,
  type EditDraft,
} from '../edits/draftEdit';
import type { FindEditableCommons } from '../edits/EditableCommons';
import type { PreflightCaller } from '../preflight/PreflightService';
import { KEEP_MS, READ_MS } from './HeldFiles';

/** What edits would do to what the branches of sources hold now, or held half a minute ago. */
export class HeldDrafts {
  readonly #options: HeldDraftsOptions;
  readonly #answers: RecentAnswers<EditDraft>;

  private constructor(options: HeldDraftsOptions) {
    this.#options = options;
    this.#answers = RecentAnswers.create({
      keepMs: KEEP_MS,
      keepFailureMs: 0,
      maxEntries: 50,
      now: options.now ?? Date.now,
    });
  }

  static create(options: HeldDraftsOptions): HeldDrafts {
    return new HeldDrafts(options);
  }

  /** An edit of a commons that the caller may see, which is asked each time. @throws as {@link draftEdit} and {@link FindEditableCommons}. */
  async read(
    edit: EditRequest,
    { access, signal }: PreflightCaller,
  ): Promise<EditDraft> {
    const { findCommons, ...context } = this.#options;
    const commons = await findCommons(edit.hostname, access);
    return withDeadline({ signals: [signal] }, () =>
      this.#answers.get(JSON.stringify([commons, edit]), () =>
        draftEdit(edit, commons, {
          ...context,
          // Not the caller's: others may wait for the same.
          signal: AbortSignal.timeout(READ_MS),
        }),
      ),
    );
  }
}

/** What {@link HeldDrafts} need. */
export interface HeldDraftsOptions extends Omit<DraftContext, 'signal'> {
  findCommons: FindEditableCommons;
  now?: () => number;
}
