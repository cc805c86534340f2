import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type {
  DryRunChange,
  proposeChangeSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { hidesAny } from '../preview/hideInFiles';
import type { ChangePublisher } from './ChangePublisher';
import type { ChangeRecord } from './ChangeRecord';
import type { ChangeCaller } from './ChangeService';
import type { ChangeStore } from './ChangeStore';
import { markdownSection } from './markdownSections';
import type { Proposal } from './PreparedChange';
import type { DescribeRisks } from './describeRisks';
import { hasOpenChange } from './hasOpenChange';
import { type EditContext, prepareEdit } from './prepareEdit';
import { type LaunchContext, prepareLaunch } from './prepareLaunch';
import { waitsFor } from './waitsFor';

/** What proposing needs. */
export interface ProposeServiceOptions
  extends LaunchContext,
    Pick<EditContext, 'edits'> {
  store: ChangeStore;
  publisher: Pick<ChangePublisher, 'publish'>;
  describeRisks: DescribeRisks;
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
    const { store } = this.#options;
    const userRef = requirePerson(caller);
    const { idempotencyKey } = request;
    const sameKey = () => store.findByKey(idempotencyKey, userRef);
    // Before preflight, which would find that very change.
    const known = await sameKey();
    if (known) return this.#goOn(known, signal);
    try {
      return await this.#begin(request, caller, signal);
    } catch (error) {
      // The same request may have come twice at once: preflight finds the change of the other one, or the store does.
      const isRefusal =
        error instanceof ConflictError || error instanceof InputError;
      const other = isRefusal ? await sameKey() : undefined;
      if (!other || other.state === 'abandoned') throw error;
      return this.#goOn(other, signal);
    }
  }

  async #begin(
    { accept, idempotencyKey, ...asked }: z.output<typeof proposeChangeSchema>,
    caller: ChangeCaller,
    signal: AbortSignal,
  ): Promise<ChangeRecord> {
    const { store, targets, describeRisks } = this.#options;
    const { access } = caller;
    const userRef = requirePerson(caller);
    const id = this.#newId();
    const by = { id, userRef, access, accept, signal };
    const prepared = await this.#prepare(asked, by);
    await this.#requireWave(asked, access);
    const host = targets.hostOf(prepared.source);
    if (host !== 'local' && !caller.isTemplate && hidesAny(prepared.files)) {
      throw new InputError(
        `Files of this change hold secrets, which the portal gives to nobody: propose it by its template, which opens the pull request at ${host} itself`,
      );
    }
    const risks = await describeRisks(asked, { access, signal });
    const { description } = prepared;
    const begun = await store.begin({
      ...prepared,
      description: [description, ...markdownSection('Risks', risks)].join(
        '\n\n',
      ),
      id,
      kind: asked.kind,
      request: asked,
      author: userRef,
      host,
      url: undefined,
      baseCommit: undefined,
      commit: undefined,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });
    return this.#goOn(begun, signal);
  }

  /** Publishes a change that is reserved; one that waits for others is the follower's or, at a host, its author's, when its wave has come. */
  async #goOn(record: ChangeRecord, signal: AbortSignal) {
    requireNotAbandoned(record);
    return record.state === 'proposing' && waitsFor(record).length === 0
      ? this.#options.publisher.publish(record, { signal })
      : record;
  }

  /**
   * What {@link propose} would do; nothing is written down, and no branch is made. With an idempotency key that was used before: what it has done.
   *
   * @throws as it does, but for what the repository objects to.
   */
  async dryRun(
    request: z.output<typeof proposeChangeSchema>,
    caller: ChangeCaller,
    { signal }: { signal: AbortSignal },
  ): Promise<DryRunChange> {
    const { accept, idempotencyKey, ...asked } = request;
    const { access } = caller;
    const userRef = requirePerson(caller);
    const { store } = this.#options;
    const known = await store.findByKey(idempotencyKey, userRef);
    if (known) {
      requireNotAbandoned(known);
      return describeDryRun(known);
    }
    const by = { id: this.#newId(), userRef, access, accept, signal };
    const prepared = await this.#prepare(asked, by);
    await this.#requireWave(asked, access);
    const open = await store.findOpen(prepared.hostname);
    if (open) throw hasOpenChange(open);
    return describeDryRun(prepared);
  }

  /** @throws InputError for changes that it cannot wait for. */
  async #requireWave(
    asked: ChangeRecord['request'],
    access: Proposal['access'],
  ): Promise<void> {
    const { store } = this.#options;
    const ids = waitsFor({ request: asked });
    if (ids.length === 0) return;
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

function describeDryRun({
  title,
  hostname,
  entityRef,
  files,
}: Pick<
  ChangeRecord,
  'title' | 'hostname' | 'entityRef' | 'files'
>): DryRunChange {
  return { title, hostname, entityRef, files: files.map(({ path }) => path) };
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
