import { ConflictError, InputError } from '@backstage/errors';
import type { ReviewHost } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  type ChangeFile,
  type ChangeHost,
  type ChangeStatus,
  type HostedRepository,
  isChartOf,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { LaunchTarget } from '../launch/types';
import type { SourceFact } from '../preflight/facts/types';

/** Makes the host of a repository, or says that it is not on this machine. */
export type CreateHost = (target: LaunchTarget) => ChangeHost | undefined;

/** Makes the reader of a repository at a host that has pull requests; undefined for one that has no integration. */
export type CreateHosted = (
  target: LaunchTarget,
) => HostedRepository | undefined;

/** What can be asked of every repository that takes changes, wherever they are reviewed. */
export type FollowedRepository = Pick<ChangeHost, 'readFiles' | 'findFiles'> & {
  status(options: {
    branch: string;
    base: string;
    commit?: string;
    files: readonly ChangeFile[];
    signal: AbortSignal;
  }): Promise<Pick<ChangeStatus, 'state' | 'mergeCommit'>>;
};

/** The repositories that take changes, by the id of their source. */
export class ChangeTargets {
  readonly #targets: ReadonlyMap<string, LaunchTarget>;
  readonly #here = new Map<string, ChangeHost>();
  readonly #elsewhere = new Map<string, HostedRepository>();
  readonly #options: { createHost: CreateHost; createHosted?: CreateHosted };

  private constructor(options: ChangeTargetsOptions) {
    this.#targets = new Map(options.targets.map(target => [target.id, target]));
    this.#options = options;
  }

  static create(options: ChangeTargetsOptions): ChangeTargets {
    return new ChangeTargets(options);
  }

  ids(): string[] {
    return [...this.#targets.keys()];
  }

  /** Whether changes can be proposed to each of them, and whether it would see what is launched. */
  list(): SourceFact[] {
    return [...this.#targets.values()].map(target => {
      const { id, chart, charts } = target;
      return {
        id,
        chart,
        takesChanges:
          this.#hostOf(target) !== undefined ||
          this.#hostedOf(target) !== undefined,
        ...(isChartOf(chart, charts)
          ? {}
          : { unseenChart: 'chart' in chart ? chart.chart : chart.path }),
      };
    });
  }

  find(id: string): LaunchTarget | undefined {
    return this.#targets.get(id);
  }

  /** Where changes of a source are reviewed: `local` in this portal, else the kind of its host. @throws as {@link ChangeTargets.require}. */
  hostOf(id: string): ReviewHost {
    const { target } = this.require(id);
    const hosted = this.#hostOf(target) ? undefined : this.#hostedOf(target);
    return hosted?.kind ?? 'local';
  }

  /** @throws InputError when there is no such source, or its repository is not one that changes can be proposed to. */
  require(id: string): { target: LaunchTarget; host: FollowedRepository } {
    const target = this.#targets.get(id);
    if (!target) {
      throw new InputError(
        `There is no managed gitops source "${id}" (catalog.providers.gen3.${id}); known are ${
          this.ids().join(', ') || 'none'
        }`,
      );
    }
    const host = this.#hostOf(target) ?? this.#hostedOf(target);
    if (!host) throw new InputError(withoutHost(id));
    return { target, host };
  }

  /** The repository of a source whose changes are reviewed in this portal. @throws ConflictError for another; besides as {@link ChangeTargets.require}. */
  requireLocal(id: string): { target: LaunchTarget; host: ChangeHost } {
    const { target } = this.require(id);
    const host = this.#hostOf(target);
    if (!host) {
      throw new ConflictError(
        `Changes of the source "${id}" are reviewed where its repository is: ${target.repoUrl}`,
      );
    }
    return { target, host };
  }

  /**
   * The repository of a source whose changes are reviewed where it is; `repository` is its web address, also where config names it as git does
   * (`git@host:path`). @throws ConflictError for one that is reviewed in this portal; besides as {@link ChangeTargets.require}.
   */
  requireHosted(id: string): { target: LaunchTarget; repository: string } {
    const { target } = this.require(id);
    const hosted = this.#hostOf(target) ? undefined : this.#hostedOf(target);
    if (!hosted) {
      throw new ConflictError(
        `Changes of the source "${id}" are reviewed in this portal`,
      );
    }
    return { target, repository: hosted.url };
  }

  #hostOf(target: LaunchTarget): ChangeHost | undefined {
    const host = this.#here.get(target.id) ?? this.#options.createHost(target);
    if (host) this.#here.set(target.id, host);
    return host;
  }

  #hostedOf(target: LaunchTarget): HostedRepository | undefined {
    const { createHosted } = this.#options;
    const hosted = this.#elsewhere.get(target.id) ?? createHosted?.(target);
    if (hosted) this.#elsewhere.set(target.id, hosted);
    return hosted;
  }
}

/** What {@link ChangeTargets} are made of. */
export interface ChangeTargetsOptions {
  targets: LaunchTarget[];
  createHost: CreateHost;
  /** @defaultValue no repository elsewhere takes changes */
  createHosted?: CreateHosted;
}

/** Why nothing can be proposed to the repository of a source. */
function withoutHost(id: string): string {
  return `Nothing can be proposed to the repository of source "${id}": it is not on this machine (file://), and its host is none of "integrations" (github, gitlab, bitbucketCloud, bitbucketServer, azure, gitea)`;
}
