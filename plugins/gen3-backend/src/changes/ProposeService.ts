import { InputError, NotAllowedError } from '@backstage/errors';
import {
  type ChangeFile,
  commonsEntityName,
  type PreflightCheckResult,
  type proposeChangeSchema,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { buildLaunchFiles } from '../launch/buildLaunchFiles';
import { secretsOf } from '../launch/secretsOf';
import type { PreflightService } from '../preflight/PreflightService';
import { acceptFindings } from './acceptFindings';
import { buildDescription } from './buildDescription';
import type { ChangePublisher } from './ChangePublisher';
import type { ChangeRecord } from './ChangeRecord';
import type { ChangeCaller } from './ChangeService';
import type { ChangeStore } from './ChangeStore';
import type { ChangeTargets } from './ChangeTargets';
import { toCallerError } from './toCallerError';

/** What proposing needs. */
export interface ProposeServiceOptions {
  store: ChangeStore;
  targets: ChangeTargets;
  preflight: Pick<PreflightService, 'check' | 'plan'>;
  registry: ServiceRegistry;
  publisher: Pick<ChangePublisher, 'publish'>;
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
    const { store, publisher } = this.#options;
    const { userRef } = caller;
    if (userRef === undefined) {
      throw new NotAllowedError('Only people propose changes, not services');
    }
    const known = await store.findByKey(request.idempotencyKey, userRef);
    // Before preflight, which would find that very change.
    if (known) {
      return known.state === 'proposing'
        ? publisher.publish(known, { signal })
        : known;
    }
    const change = await this.#prepare(request, {
      userRef,
      access: caller.access,
      signal,
    });
    return publisher.publish(await store.begin(change), { signal });
  }

  async #prepare(
    request: z.output<typeof proposeChangeSchema>,
    by: { userRef: string } & Pick<ChangeCaller, 'access'> & {
        signal: AbortSignal;
      },
  ) {
    const { targets, preflight, registry } = this.#options;
    if (request.kind !== 'launch') {
      throw new InputError(`A change of kind "${request.kind}" is not known`);
    }
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
      message: `Launch ${hostname}`,
      request: { kind: 'launch' as const, answers },
      files,
      accepted,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    };
  }
}

function describeNotRun({ outcome, title, reason }: PreflightCheckResult) {
  return outcome === 'not-run' ? [`${title}: ${reason ?? 'unknown'}`] : [];
}
