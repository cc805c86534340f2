import type { LoggerService } from '@backstage/backend-plugin-api';
import { CHANGE_ENDS } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ChangeStatus } from '@gen3-csoc/backstage-plugin-gen3-node';
import type { ChangeNews } from '../../notify/ChangeNotifier';
import type { ChangeRecord } from '../ChangeRecord';
import type { FindPerson } from '../ChangeService';
import type { ChangeStore } from '../ChangeStore';
import { readWave } from '../readWave';
import { waitsFor } from '../waitsFor';
import type { ChangeTargets } from '../ChangeTargets';
import type { ChangePublisher } from '../ChangePublisher';
import { isMerged } from '../isMerged';
import { nameOfPerson } from '../nameOfPerson';
import { callAuthor } from './callAuthor';
import { ChangeLanes } from './ChangeLanes';
import { endOfLaunch } from './endOfLaunch';
import { findNewTrouble } from './findNewTrouble';
import { followEdit } from './followEdit';
import { followLaunch } from './followLaunch';
import type { SightedCommons } from './LaunchSight';

/** After this long, whoever wrote the branch of a change has died: the request itself ends sooner. */
const PROPOSING_FOR_MS = 60_000;

/** After this long, the task of the scaffolder that was to open a pull request will not: it asks for a new change. */
const OPENING_FOR_MS = 3_600_000;

/** After this long without a merge commit, whoever was merging has died: each call of git has two minutes. */
const MERGING_FOR_MS = 600_000;

const ENDS: readonly string[] = CHANGE_ENDS;

/** What following needs. */
export interface ChangeFollowerOptions {
  store: ChangeStore;
  targets: ChangeTargets;
  publisher: Pick<ChangePublisher, 'publish'>;
  findPerson: FindPerson;
  readCommons: (
    entityRef: string,
    now: number,
  ) => Promise<SightedCommons | undefined>;
  news: ChangeNews;
  /** Milliseconds between two looks of Argo CD into git. */
  reconciliationMs: number;
  logger: LoggerService;
  /** Milliseconds that one change may take in a run. @defaultValue one minute */
  limitMs?: number;
  now?: () => number;
}

/** Looks at every change that has not ended, and writes down where it is. All it knows is in the database, so any replica can go on. */
export class ChangeFollower {
  readonly #options: ChangeFollowerOptions;
  readonly #now: () => number;
  readonly #lanes: ChangeLanes;

  private constructor(options: ChangeFollowerOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#lanes = ChangeLanes.create({
      follow: (record, signal) => this.#follow(record, signal),
      limitMs: options.limitMs,
      logger: options.logger,
    });
  }

  static create(options: ChangeFollowerOptions): ChangeFollower {
    return new ChangeFollower(options);
  }

  /**
   * Looks once at all of them.
   *
   * @throws what the database throws.
   */
  async run(signal: AbortSignal): Promise<void> {
    await this.#lanes.run(await this.#options.store.listOngoing(), signal);
  }

  /** Looks at one change now; at one that has ended, or is not there, there is nothing to see. @throws what cannot be asked. */
  async look(id: string, { signal }: { signal: AbortSignal }): Promise<void> {
    const record = await this.#options.store.get(id, undefined);
    if (record && isUnderWay(record)) await this.#follow(record, signal);
  }

  async #follow(record: ChangeRecord, signal: AbortSignal): Promise<void> {
    if (record.state === 'proposing') {
      await this.#goOnProposing(record, signal);
      return;
    }
    const current = isMerged(record)
      ? record
      : await this.#lookAtHost(record, signal);
    if (current) await this.#lookAtCommons(current);
  }

  /** Whoever proposed it may have died. A pull request elsewhere is not the follower's to open: it has no person's task. */
  async #goOnProposing(record: ChangeRecord, signal: AbortSignal) {
    const { publisher } = this.#options;
    const { host } = record;
    if (waitsFor(record).length > 0) {
      await this.#lookAtWave(record, signal);
    } else if (host === 'local') {
      if (this.#isOlderThan(PROPOSING_FOR_MS, record)) {
        await publisher.publish(record, { signal });
      }
    } else if (this.#isOlderThan(OPENING_FOR_MS, record)) {
      const reason = `Within an hour no pull request at ${host} was told to the portal: one that is open there is not followed`;
      await this.#end(record, { state: 'abandoned', reason });
    }
  }

  /** Its commons had no other change meanwhile, so its files are as they were judged; that nobody else changed them, whoever proposes it makes sure of. */
  async #lookAtWave(record: ChangeRecord, signal: AbortSignal) {
    const wave = await readWave(record, this.#options);
    if (wave.kind === 'stop') {
      const { reason } = wave;
      await this.#end(record, { state: 'abandoned', reason });
    } else if (wave.kind === 'go' && record.host === 'local') {
      await this.#options.publisher.publish(record, { signal });
    } else if (wave.kind === 'go') {
      await callAuthor(record, this.#options);
    }
  }

  #isOlderThan(ms: number, { updatedAt }: ChangeRecord): boolean {
    return this.#now() - updatedAt > ms;
  }

  /**
   * It may have been merged or its branch taken away in git itself; and who was merging it here may have died.
   *
   * @returns undefined when it has ended.
   */
  async #lookAtHost(
    record: ChangeRecord,
    signal: AbortSignal,
  ): Promise<ChangeRecord | undefined> {
    const { store, targets } = this.#options;
    const { id, branch, commit, source, files } = record;
    const { target, host } = targets.require(source);
    const base = target.branch;
    const found = await host.status({
      branch,
      base,
      commit,
      files: files.map(({ path, after }) => ({ path, content: after })),
      signal,
    });
    const isAsWritten = found.state === 'open' && record.state === 'open';
    const isUndecided = found.state !== 'merged' && this.#isBeingMerged(record);
    if (isAsWritten || isUndecided) return record;
    await this.#moveTo({ ...found, base }, record);
    // Somebody may have been faster: what is written counts.
    const now = await store.get(id, undefined);
    return now && isUnderWay(now) ? now : undefined;
  }

  #isBeingMerged(record: ChangeRecord): boolean {
    return (
      record.state === 'merged' && !this.#isOlderThan(MERGING_FOR_MS, record)
    );
  }

  /** Moves a change to where git has it. */
  async #moveTo(
    {
      state,
      mergeCommit,
      base,
    }: Pick<ChangeStatus, 'state' | 'mergeCommit'> & { base: string },
    record: ChangeRecord,
  ): Promise<void> {
    const { store } = this.#options;
    const { id, state: from, branch } = record;
    switch (state) {
      case 'merged':
        await store.advance(id, { from, to: 'merged' }, { mergeCommit });
        return;
      case 'gone': {
        const reason = `The branch ${branch} was deleted, and its files are not in ${base}`;
        await this.#end(record, { state: 'abandoned', reason });
        return;
      }
      default:
        await store.reopen(id, 'merged');
    }
  }

  async #approvers(id: string): Promise<string[]> {
    const approvals = await this.#options.store.approvalsOf(id);
    return Promise.all(
      approvals.map(({ by }) => nameOfPerson(by, this.#options)),
    );
  }

  async #lookAtCommons(record: ChangeRecord): Promise<void> {
    const { store, readCommons, news } = this.#options;
    const { id, entityRef, state, updatedAt } = record;
    const now = this.#now();
    const [approvedBy, before, commons] = await Promise.all([
      this.#approvers(id),
      store.stepsOf(id),
      readCommons(entityRef, now),
    ]);
    const isLaunch = record.kind === 'launch';
    const follow = isLaunch ? followLaunch : followEdit;
    const steps = follow({
      now,
      record,
      approvedBy,
      commons,
      reconciliationMs: this.#options.reconciliationMs,
      before,
    });
    await store.writeSteps(id, steps);
    const mergedAt = state === 'merged' ? updatedAt : undefined;
    const end = endOfLaunch({
      steps,
      before,
      mergedAt,
      now,
      needsAnswer: isLaunch,
    });
    if (end) {
      await this.#end(record, end);
      return;
    }
    const trouble = findNewTrouble(steps, before);
    if (trouble) await news.stuck(record, trouble);
  }

  /** Whoever moves the row tells people, so that they hear of it once. */
  async #end(
    record: ChangeRecord,
    { state, reason }: { state: ChangeRecord['state']; reason: string },
  ): Promise<void> {
    const { store, news } = this.#options;
    const move = { from: record.state, to: state };
    const end = { endReason: reason };
    if (await store.advance(record.id, move, end)) {
      await news.ended({ ...record, ...end, state });
    }
  }
}

function isUnderWay({ state }: ChangeRecord): boolean {
  return !ENDS.includes(state);
}
