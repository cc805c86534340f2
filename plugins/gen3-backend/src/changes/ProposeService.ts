import { NotAllowedError, stringifyError } from '@backstage/errors';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  type ChangeFile,
  commonsEntityName,
  type PreflightCheckResult,
  type proposeChangeSchema,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  ChangeHostError,
  type ProposedChange,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { buildLaunchFiles } from '../launch/buildLaunchFiles';
import { secretsOf } from '../launch/secretsOf';
import type { PreflightService } from '../preflight/PreflightService';
import { acceptFindings } from './acceptFindings';
import { buildDescription } from './buildDescription';
import type { ChangeRecord } from './ChangeRecord';
import type { ChangeCaller, FindPerson } from './ChangeService';
import type { ChangeStore } from './ChangeStore';
import type { ChangeTargets } from './ChangeTargets';
import { endReasonOf } from './endReasonOf';
import { toCallerError } from './toCallerError';

/** What proposing needs. */
export interface ProposeServiceOptions {
  store: ChangeStore;
  targets: ChangeTargets;
  preflight: Pick<PreflightService, 'check' | 'plan'>;
  registry: ServiceRegistry;
  findPerson: FindPerson;
  logger: LoggerService;
  newId?: () => string;
}

/** Proposes launches. */
export class ProposeService {
  readonly #options: ProposeServiceOptions;
  readonly #newId: () => string;

  private constructor(options: ProposeServiceOptions) {
    this.#options = options;
    this.#newId = options.newId ?? randomUUID;
  }

  static create(options: ProposeServiceOptions): ProposeService {
    return new ProposeService(options);
  }

  /**
   * Judges the answers once more, reserves the hostname, and puts the files onto a branch. When that fails, nothing stays behind but the
   * record of a change that was abandoned.
   *
   * @returns the change; with an idempotency key that was used before, that of before.
   * @throws InputError when preflight objects; ConflictError when the commons has a change already or the repository refuses.
   */
  async propose(
    request: z.output<typeof proposeChangeSchema>,
    caller: ChangeCaller,
    { signal }: { signal: AbortSignal },
  ): Promise<ChangeRecord> {
    const { store } = this.#options;
    const { userRef } = caller;
    if (userRef === undefined) {
      throw new NotAllowedError('Only people propose changes, not services');
    }
    const known = await store.findByKey(request.idempotencyKey, userRef);
    // Before preflight, which would find that very change.
    if (known) {
      return known.state === 'proposing'
        ? this.publish(known, { signal })
        : known;
    }
    const change = await this.#prepare(request, {
      userRef,
      access: caller.access,
      signal,
    });
    return this.publish(await store.begin(change), { signal });
  }

  /** Puts the files of a change onto its branch; may be repeated, also by another replica after this one has died. */
  async publish(
    record: ChangeRecord,
    { signal }: { signal: AbortSignal },
  ): Promise<ChangeRecord> {
    const { store, targets, findPerson } = this.#options;
    const { id, branch, source, title, author, files } = record;
    const { target, host } = targets.require(source);
    const person = await findPerson(author);
    let proposed: ProposedChange;
    try {
      proposed = await host.propose({
        branch,
        base: target.branch,
        message: `${title}\n\nChange: ${id}\n`,
        author: person,
        files: files.map(({ path, after }) => ({ path, content: after })),
        signal,
      });
    } catch (error) {
      await this.#abandon(record, error);
      return toCallerError(async () => {
        throw error;
      });
    }
    // When this fails, the branch is there and the row says that it is being written: the follower does it again, which changes nothing.
    const { baseCommit, commit } = proposed;
    await store.advance(
      id,
      { from: 'proposing', to: 'open' },
      { baseCommit, commit },
    );
    return (await store.get(id, undefined)) ?? record;
  }

  /** Nothing half-written stays behind. */
  async #abandon(record: ChangeRecord, error: unknown): Promise<void> {
    const { store, targets, logger } = this.#options;
    const { id, branch, source } = record;
    // What was there before is not this change's to delete.
    const isOthers =
      error instanceof ChangeHostError && error.reason === 'branch-exists';
    try {
      const { host } = targets.require(source);
      // Not the caller's signal: it may be why this is done.
      if (!isOthers) {
        await host.close({ branch, signal: AbortSignal.timeout(30_000) });
      }
    } catch (failure) {
      logger.warn('The branch of a change that failed may still be there', {
        change: id,
        branch,
        error: stringifyError(failure),
      });
    }
    await store.advance(
      id,
      { from: 'proposing', to: 'abandoned' },
      { endReason: endReasonOf(error) },
    );
  }

  async #prepare(
    request: z.output<typeof proposeChangeSchema>,
    by: { userRef: string } & Pick<ChangeCaller, 'access'> & {
        signal: AbortSignal;
      },
  ) {
    const { targets, preflight, registry } = this.#options;
    const { answers, accept, idempotencyKey } = request;
    const { target, host } = targets.require(answers.source);
    const { findings, checks } = await preflight.check({ answers }, by);
    const accepted = acceptFindings({ findings, accept, by: by.userRef });
    const plan = preflight.plan(answers);
    const written = buildLaunchFiles({ plan, target, registry });
    const before = await toCallerError(() =>
      host.readFiles({
        ref: target.branch,
        paths: written.map(({ path }) => path),
        signal: by.signal,
      }),
    );
    const files = written.map(({ path, content }): ChangeFile => {
      const old = before.get(path);
      return {
        path,
        ...(old === undefined ? {} : { before: old }),
        after: content,
      };
    });
    const id = this.#newId();
    const { hostname, tier } = plan;
    return {
      id,
      kind: 'launch' as const,
      title: `Launch ${hostname}`,
      hostname,
      entityRef: `system:default/${commonsEntityName(hostname)}`,
      source: target.id,
      owner: answers.owner,
      tier,
      author: by.userRef,
      host: 'local',
      branch: `launch/${hostname}-${id.slice(0, 8)}`,
      url: undefined,
      baseCommit: undefined,
      commit: undefined,
      description: buildDescription({
        plan,
        author: by.userRef,
        secrets: secretsOf(plan, registry),
        accepted,
        findings,
        notRun: checks.flatMap(describeNotRun),
      }),
      answers,
      files,
      accepted,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    };
  }
}

function describeNotRun({ outcome, title, reason }: PreflightCheckResult) {
  return outcome === 'not-run' ? [`${title}: ${reason ?? 'unknown'}`] : [];
}
