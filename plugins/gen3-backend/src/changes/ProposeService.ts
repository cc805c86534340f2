import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type {
  DryRunChange,
  proposeChangeSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { ChangePublisher } from './ChangePublisher';
import type { ChangeRecord } from './ChangeRecord';
import type { ChangeCaller } from './ChangeService';
import type { ChangeStore } from './ChangeStore';
import type { Proposal } from './PreparedChange';
import { type EditContext, prepareEdit } from './prepareEdit';
import { type LaunchContext, prepareLaunch } from './prepareLaunch';
import { waitsFor } from './waitsFor';

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
   * @throws InputError when preflight objects; ConflictError when the commons has a change already, that of the key was abandoned, an edit changes
   * nothing, or the repository refuses; NotFoundError for an edit of a commons that there is not.
   */
  async propose(
    request: z.output<typeof proposeChangeSchema>,
    caller: ChangeCaller,
    { signal }: { signal: AbortSignal },
  ): Promise<ChangeRecord> {
    const { store, publisher, targets } = this.#options;
    const { access } = caller;
    const userRef = requirePerson(caller);
    const { accept, idempotencyKey, ...asked } = request;
    const known = await store.findByKey(idempotencyKey, userRef);
    // Before preflight, which would find that very change.
    if (known) {
      requireNotAbandoned(known);
      return known.state === 'proposing' && waitsFor(known).length === 0
        ? publisher.publish(known, { signal })
        : known;
    }
    const id = this.#newId();
    const by = { id, userRef, access, accept, signal };
    const prepared = await this.#prepare(asked, by);
    await this.#requireWave(asked, { source: prepared.source, access });
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
    // The follower publishes it when its wave has come.
    return waitsFor(begun).length > 0
      ? begun
      : publisher.publish(begun, { signal });
  }

  /**
   * What {@link propose} would do; nothing is written down, and no branch is made.
   *
   * @throws as it does, but for what the commons' other changes and the repository object to.
   */
  async dryRun(
    request: z.output<typeof proposeChangeSchema>,
    caller: ChangeCaller,
    { signal }: { signal: AbortSignal },
  ): Promise<DryRunChange> {
    const { accept, idempotencyKey: _, ...asked } = request;
    const { access } = caller;
    const userRef = requirePerson(caller);
    const by = { id: this.#newId(), userRef, access, accept, signal };
    const prepared = await this.#prepare(asked, by);
    await this.#requireWave(asked, { source: prepared.source, access });
    const { title, hostname, entityRef, files } = prepared;
    return { title, hostname, entityRef, files: files.map(({ path }) => path) };
  }

  /** @throws InputError for changes that it cannot wait for. */
  async #requireWave(
    asked: ChangeRecord['request'],
    { source, access }: { source: string; access: Proposal['access'] },
  ): Promise<void> {
    const { store, targets } = this.#options;
    const ids = waitsFor({ request: asked });
    if (ids.length === 0) return;
    if (targets.hostOf(source) !== 'local') {
      throw new InputError(
        'after: only changes of repositories on this machine can wait for others; elsewhere a person has to open each pull request',
      );
    }
    const others = await Promise.all(ids.map(id => store.get(id, access)));
    const missing = ids.find((_, index) => others[index] === undefined);
    if (missing !== undefined) {
      throw new InputError(
        `after: there is no change ${JSON.stringify(missing)}`,
      );
    }
  }

  async #prepare(asked: ChangeRecord['request'], by: Proposal) {
    return asked.kind === 'launch'
      ? prepareLaunch(asked.answers, this.#options, by)
      : prepareEdit(asked, { ...this.#options, now: this.#now }, by);
  }
}

function requirePerson({ userRef }: ChangeCaller): string {
  if (userRef !== undefined) return userRef;
  throw new NotAllowedError('Only people propose changes, not services');
}

/** Who repeats a proposal that came to nothing would take the answer for a success. */
function requireNotAbandoned({ state, title, endReason }: ChangeRecord): void {
  if (state !== 'abandoned') return;
  throw new ConflictError(
    `"${title}" was proposed with this key before, and has ended${
      endReason ? `: ${endReason}` : ''
    }. Propose it anew`,
  );
}
