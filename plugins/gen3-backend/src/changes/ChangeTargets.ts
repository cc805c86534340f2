import { InputError } from '@backstage/errors';
import type { ChangeHost } from '@gen3-csoc/backstage-plugin-gen3-node';
import type { LaunchTarget } from '../launch/types';

/** Makes the host of a repository, or says that it is not on this machine. */
export type CreateHost = (target: LaunchTarget) => ChangeHost | undefined;

/** The repositories that take changes, by the id of their source. */
export class ChangeTargets {
  readonly #targets: ReadonlyMap<string, LaunchTarget>;
  readonly #hosts = new Map<string, ChangeHost>();
  readonly #createHost: CreateHost;

  private constructor(targets: LaunchTarget[], createHost: CreateHost) {
    this.#targets = new Map(targets.map(target => [target.id, target]));
    this.#createHost = createHost;
  }

  static create(options: {
    targets: LaunchTarget[];
    createHost: CreateHost;
  }): ChangeTargets {
    return new ChangeTargets(options.targets, options.createHost);
  }

  ids(): string[] {
    return [...this.#targets.keys()];
  }

  /** Whether the portal can write to each of them. */
  list(): { id: string; takesChanges: boolean }[] {
    return [...this.#targets.values()].map(target => ({
      id: target.id,
      takesChanges: this.#hostOf(target) !== undefined,
    }));
  }

  find(id: string): LaunchTarget | undefined {
    return this.#targets.get(id);
  }

  /** @throws InputError when there is no such source, or its repository is not one that this portal writes to. */
  require(id: string): { target: LaunchTarget; host: ChangeHost } {
    const target = this.#targets.get(id);
    if (!target) {
      throw new InputError(
        `There is no managed gitops source "${id}" (catalog.providers.gen3.${id}); known are ${
          this.ids().join(', ') || 'none'
        }`,
      );
    }
    const host = this.#hostOf(target);
    if (!host) throw new InputError(notHere(id));
    return { target, host };
  }

  #hostOf(target: LaunchTarget): ChangeHost | undefined {
    const host = this.#hosts.get(target.id) ?? this.#createHost(target);
    if (host) this.#hosts.set(target.id, host);
    return host;
  }
}

/** Why the repository of a source cannot be written to. */
function notHere(id: string): string {
  return `The repository of source "${id}" is not on this machine: this version of the portal proposes changes to repositories with a file:// URL only`;
}
