import { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Commons } from '../commons/types';
import { GitopsTree } from './GitopsTree';
import { FleetReading, readFleet, RenderChart } from './readFleet';

/** What a {@link FleetFollower} needs. */
export interface FleetFollowerOptions {
  trees: GitopsTree[];
  registry: ServiceRegistry;
  renderChart: RenderChart;
  /** Called when the fleet may have changed. */
  onFleet: (commons: Commons[]) => void;
  /** Called with a sentence for what could not be read. */
  onProblem: (sentence: string) => void;
}

interface KnownTree {
  version: string;
  /** The commit that it is at. */
  commit?: string;
  reading: FleetReading;
}

/**
 * Keeps the fleet as trees of declarations say, as Argo CD would: a commons whose declaration cannot be read any more runs
 * on as it was, and one whose declaration is gone is gone.
 */
export class FleetFollower {
  readonly #options: FleetFollowerOptions;
  readonly #known = new Map<string, KnownTree>();
  #refreshing: Promise<void> = Promise.resolve();

  private constructor(options: FleetFollowerOptions) {
    this.#options = options;
  }

  static create(options: FleetFollowerOptions): FleetFollower {
    return new FleetFollower(options);
  }

  /** Reads what has changed since the last time. One refresh at a time; the next one waits. */
  async refresh(signal: AbortSignal): Promise<void> {
    const mine = this.#refreshing.then(() => this.#refresh(signal));
    this.#refreshing = mine.catch(() => {});
    return mine;
  }

  /** Refreshes every `intervalMs` until `signal` aborts. Never rejects: a failure is a problem that is reported. */
  async follow(options: {
    intervalMs: number;
    signal: AbortSignal;
  }): Promise<void> {
    const { intervalMs, signal } = options;
    while (!signal.aborted) {
      try {
        await sleep(intervalMs, undefined, { signal });
        await this.refresh(signal);
      } catch (error) {
        if (!signal.aborted) {
          this.#options.onProblem(`The fleet was not read again: ${error}`);
        }
      }
    }
  }

  async #refresh(signal: AbortSignal): Promise<void> {
    let hasChanged = false;
    for (const tree of this.#options.trees) {
      hasChanged = (await this.#refreshTree(tree, signal)) || hasChanged;
    }
    if (hasChanged) {
      const readings = [...this.#known.values()];
      this.#options.onFleet(
        readings.flatMap(({ reading, commit }) =>
          [...reading.commons.values()]
            .flat()
            .map(commons => atCommit(commons, commit)),
        ),
      );
    }
  }

  async #refreshTree(tree: GitopsTree, signal: AbortSignal): Promise<boolean> {
    const { registry, renderChart, onProblem } = this.#options;
    const version = await tree.version(signal);
    const known = this.#known.get(tree.location);
    if (known?.version === version) {
      return false;
    }
    const files = await tree.readFiles(signal);
    const reading = await readFleet({ files, registry, renderChart, signal });
    for (const [path, message] of reading.problems) {
      onProblem(`"${path}" in ${tree.location} cannot be used: ${message}`);
      const last = known?.reading.commons.get(path);
      if (last) {
        reading.commons.set(path, last);
      }
    }
    this.#known.set(tree.location, {
      version,
      reading,
      ...(tree.isRepository ? { commit: version } : {}),
    });
    return true;
  }
}

function atCommit(commons: Commons, commit: string | undefined): Commons {
  const { application } = commons;
  return application && commit
    ? { ...commons, application: { ...application, commit } }
    : commons;
}
