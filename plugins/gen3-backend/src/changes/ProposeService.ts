import { NotAllowedError } from '@backstage/errors';
import type { proposeChangeSchema } from '@gen3-csoc/backstage-plugin-gen3-common';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { ChangePublisher } from './ChangePublisher';
import type { ChangeRecord } from './ChangeRecord';
import type { ChangeCaller } from './ChangeService';
import type { ChangeStore } from './ChangeStore';
import type { Proposal } from './PreparedChange';
import { type EditContext, prepareEdit } from './prepareEdit';
import { type LaunchContext, prepareLaunch } from './prepareLaunch';

/** What proposing needs. */
export interface ProposeServiceOptions
  extends LaunchContext,
    Pick<EditContext, 'edits'> {
  store: ChangeStore;
  publisher: Pick<ChangePublisher, 'publish'>;
  newId?: () => string;
  now?: () => number;
}

/** Proposes changes: launches, and edits of commons that there are. */
export class ProposeService {
  readonly #options: ProposeServiceOptions;
  readonly #newId: () => string;
  readonly #now: () => number;

  private constructor(options: ProposeServiceOptions) {
    this.#options = options;
    this.#newId = options.newId ?? randomUUID;
    this.#now = options.now ?? Date.now;
  }

  static create(options: ProposeServiceOptions): ProposeService {
    return new ProposeService(options);
  }

  /**
   * Judges what is asked for once more, reserves the hostname, and puts the files onto a branch. When that fails, nothing stays behind but the
   * record of a change that was abandoned.
   *
   * @returns the change; with an idempotency key that was used before, that of before.
   * @throws InputError when preflight objects; ConflictError when the commons has a change already, an edit changes nothing, or the repository
   * refuses; NotFoundError for an edit of a commons that there is not.
   */
  async propose(
    request: z.output<typeof proposeChangeSchema>,
    caller: ChangeCaller,
    { signal }: { signal: AbortSignal },
  ): Promise<ChangeRecord> {
    const { store, publisher, targets } = this.#options;
    const { userRef, access } = caller;
    if (userRef === undefined) {
      throw new NotAllowedError('Only people propose changes, not services');
    }
    const { accept, idempotencyKey, ...asked } = request;
    const known = await store.findByKey(idempotencyKey, userRef);
    // Before preflight, which would find that very change.
    if (known) {
      return known.state === 'proposing'
        ? publisher.publish(known, { signal })
        : known;
    }
    const id = this.#newId();
    const by = { id, userRef, access, accept, signal };
    const prepared = await this.#prepare(asked, by);
    const begun = await store.begin({
      ...prepared,
      id,
      kind: asked.kind,
      request: asked,
      author: userRef,
      host: targets.hostOf(prepared.source),
      url: undefined,
      baseCommit: undefined,
      commit: undefined,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });
    return publisher.publish(begun, { signal });
  }

  async #prepare(asked: ChangeRecord['request'], by: Proposal) {
    return asked.kind === 'launch'
      ? prepareLaunch(asked.answers, this.#options, by)
      : prepareEdit(asked, { ...this.#options, now: this.#now }, by);
  }
}
