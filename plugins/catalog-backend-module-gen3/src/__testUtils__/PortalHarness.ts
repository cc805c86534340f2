import {
  LoggerService,
  SchedulerServiceTaskInvocationDefinition,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import {
  createServiceRegistry,
  ServiceRegistry,
  SourceStatus,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { readSourceConfigs } from '../config/readSourceConfigs';
import { createProviders } from '../provider/createProviders';
import { SourcesService } from '../router/SourcesService';
import { MemberReading, SourceReading } from '../sources/types';
import { DatabaseSourceStore } from '../store/DatabaseSourceStore';

/** What a source says when it is read, or the error that it fails with. */
export type Answer = SourceReading | 'unchanged' | Error;

/**
 * One portal process with real stores and providers, sources that say what the test wants, and a catalog that records
 * mutations. Several on one database are replicas, or a restart.
 */
export class PortalHarness {
  /** Every mutation so far. */
  readonly mutations: Array<{
    provider: string;
    mutation: EntityProviderMutation;
  }> = [];
  /** Every log line of level debug so far. */
  readonly logged: Array<{ message: string; fields: unknown }>;
  readonly #answers: Map<string, Answer>;
  readonly #tasks: Map<string, SchedulerServiceTaskInvocationDefinition>;
  readonly #service: SourcesService;
  readonly #happening: { now: () => Promise<void> };

  static async start(options: {
    knex: Knex;
    /** Config of static sources by id; what they say is replaced by `say`. */
    sources: Record<string, JsonObject>;
    now?: () => Date;
    registry?: ServiceRegistry;
    /** Called with every mutation before it counts; the catalog refuses it when this throws. */
    onMutation?: (mutation: EntityProviderMutation) => void | Promise<void>;
  }): Promise<PortalHarness> {
    const { knex, now, registry = createServiceRegistry() } = options;
    const sources = readSourceConfigs(
      new ConfigReader({
        catalog: {
          providers: {
            gen3: Object.fromEntries(
              Object.entries(options.sources).map(([id, source]) => [
                id,
                { type: 'static', commons: [], ...source },
              ]),
            ),
          },
        },
      }),
      { registry },
    );
    const store = await DatabaseSourceStore.create({
      database: mockServices.database({ knex }),
    });
    const tasks = new Map<string, SchedulerServiceTaskInvocationDefinition>();
    const scheduler = mockServices.scheduler.mock({
      createScheduledTaskRunner: () => ({
        run: async task => {
          tasks.set(task.id, task);
        },
      }),
      triggerTask: async () => {},
    });
    const answers = new Map<string, Answer>();
    const logged: PortalHarness['logged'] = [];
    const happening = { now: async () => {} };
    const providers = createProviders({
      sources,
      store,
      registry,
      kubernetesClusters: new Set(),
      readerOf: ({ id }) => ({
        read: async () => {
          await happening.now();
          const answer = answers.get(id) ?? new Error('nothing to say');
          if (answer instanceof Error) {
            throw answer;
          }
          return answer;
        },
      }),
      scheduler,
      logger: logInto(logged),
      now,
    });
    const service = SourcesService.create({ sources, store, scheduler, now });
    const harness = new PortalHarness({
      answers,
      tasks,
      service,
      logged,
      happening,
    });
    for (const provider of providers) {
      await provider.connect({
        applyMutation: async mutation => {
          await options.onMutation?.(mutation);
          harness.mutations.push({
            provider: provider.getProviderName(),
            mutation,
          });
        },
        refresh: async () => {},
      });
    }
    return harness;
  }

  private constructor(options: {
    answers: Map<string, Answer>;
    tasks: Map<string, SchedulerServiceTaskInvocationDefinition>;
    service: SourcesService;
    logged: PortalHarness['logged'];
    happening: { now: () => Promise<void> };
  }) {
    this.#happening = options.happening;
    this.#answers = options.answers;
    this.#tasks = options.tasks;
    this.#service = options.service;
    this.logged = options.logged;
  }

  /** Has a source say something from now on. */
  say(sourceId: string, answer: Answer | MemberReading[]): void {
    this.#answers.set(
      sourceId,
      Array.isArray(answer) ? { version: 'v', members: answer } : answer,
    );
  }

  /** Runs a source's scheduled task, as the scheduler would. */
  async run(
    sourceId: string,
    signal: AbortSignal = new AbortController().signal,
  ): Promise<void> {
    const task = this.#tasks.get(`gen3:${sourceId}:refresh`);
    if (!task) {
      throw new Error(`No task for ${sourceId}`);
    }
    await task.fn(signal);
  }

  /** Has a source say something, and reads it. */
  async read(sourceId: string, answer: Answer | MemberReading[]) {
    this.say(sourceId, answer);
    await this.run(sourceId);
  }

  /** Confirms a held run of a source, or a part of it. */
  async confirm(sourceId: string, commons?: string[]): Promise<void> {
    await this.#service.confirmDrop({ id: sourceId, commons });
  }

  /** Has something happen while a source is being read. */
  beforeAnswer(happening: () => Promise<void>): void {
    this.#happening.now = happening;
  }

  /** State of a source as REST shows it. */
  async status(sourceId: string): Promise<SourceStatus> {
    const { items } = await this.#service.listSources();
    const status = items.find(({ id }) => id === sourceId);
    if (!status) {
      throw new Error(`No status of ${sourceId}`);
    }
    return status;
  }

  /** Entities of the newest full mutation of a source's provider; undefined when there was none. */
  entities(sourceId: string): Entity[] | undefined {
    const full = this.mutations.filter(
      ({ provider, mutation }) =>
        provider === `gen3:${sourceId}` && mutation.type === 'full',
    );
    const last = full.at(-1)?.mutation;
    return last?.type === 'full'
      ? last.entities.map(({ entity }) => entity)
      : undefined;
  }

  /** Names of the commons in the newest full mutation of a source's provider. */
  systems(sourceId: string): string[] | undefined {
    return this.entities(sourceId)
      ?.filter(({ kind }) => kind === 'System')
      .map(({ metadata }) => metadata.name);
  }
}

function logInto(logged: PortalHarness['logged']): LoggerService {
  const logger = mockServices.logger.mock({
    debug: (message, fields) => logged.push({ message, fields }),
    child: () => logger,
  });
  return logger;
}
