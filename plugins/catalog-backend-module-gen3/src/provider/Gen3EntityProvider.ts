import { SchedulerServiceTaskRunner } from '@backstage/backend-plugin-api';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { EntityPublisher } from './EntityPublisher';
import { providerName, taskId } from './providerName';
import { SourceRunner } from './SourceRunner';

/** Provider of one source. Emitting is done by {@link EntityPublisher}, because it depends on all sources. */
export class Gen3EntityProvider implements EntityProvider {
  readonly #sourceId: string;
  readonly #runner: SourceRunner;
  readonly #publisher: EntityPublisher;
  readonly #taskRunner: SchedulerServiceTaskRunner;

  static create(options: {
    sourceId: string;
    runner: SourceRunner;
    publisher: EntityPublisher;
    taskRunner: SchedulerServiceTaskRunner;
  }): Gen3EntityProvider {
    return new Gen3EntityProvider(options);
  }

  private constructor(options: {
    sourceId: string;
    runner: SourceRunner;
    publisher: EntityPublisher;
    taskRunner: SchedulerServiceTaskRunner;
  }) {
    this.#sourceId = options.sourceId;
    this.#runner = options.runner;
    this.#publisher = options.publisher;
    this.#taskRunner = options.taskRunner;
  }

  getProviderName(): string {
    return providerName(this.#sourceId);
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#publisher.connect(this.#sourceId, connection);
    await this.#taskRunner.run({
      id: taskId(this.#sourceId),
      fn: signal => this.#runner.run(signal),
    });
  }
}
