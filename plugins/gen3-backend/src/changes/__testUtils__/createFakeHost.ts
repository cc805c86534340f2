import {
  type ChangeHost,
  ChangeHostError,
  type ChangeHostErrorReason,
} from '@gen3-csoc/backstage-plugin-gen3-node';

/** What a {@link FakeHost} is asked to do. */
export type HostOperation =
  | 'propose'
  | 'merge'
  | 'close'
  | 'status'
  | 'readFiles'
  | 'findFiles';

/** A repository in memory, with a branch `main`. */
export interface FakeHost extends ChangeHost {
  /** Commits of the branches of changes. */
  branches: Map<string, string>;
  /** Merge commits by the commit that they brought into `main`. */
  merged: Map<string, string>;
  /** Paths of the files of `main`. */
  paths: string[];
  /** Operations that were asked for, in their order. */
  asked: HostOperation[];
}

/**
 * Makes a {@link FakeHost} that proposes and merges as a real one does: the same files make the same commit.
 *
 * @param options - `before` may hold an operation up, or have it fail.
 *
 * @example
 * const host = createFakeHost({ before: async what => what === 'merge' ? gate.wait() : undefined });
 */
export function createFakeHost(
  options: {
    before?: (operation: HostOperation) => Promise<void>;
  } = {},
): FakeHost {
  const branches = new Map<string, string>();
  const merged = new Map<string, string>();
  const asked: HostOperation[] = [];
  const paths: string[] = [];
  const begin = async (operation: HostOperation) => {
    asked.push(operation);
    await options.before?.(operation);
  };
  return {
    url: 'file:///srv/gitops.git',
    branches,
    merged,
    paths,
    asked,
    async propose({ branch, files }) {
      await begin('propose');
      const commit = commitOf(JSON.stringify(files));
      const there = branches.get(branch);
      if (there !== undefined && there !== commit) {
        throw refusal('branch-exists', 'something else is on the branch');
      }
      branches.set(branch, commit);
      return { branch, baseCommit: 'b'.repeat(40), commit };
    },
    async merge({ branch, commit }) {
      await begin('merge');
      if (branches.get(branch) !== commit) {
        throw refusal('not-found', `there is no branch "${branch}"`);
      }
      const mergeCommit = commitOf(`merge ${commit}`);
      merged.set(commit, mergeCommit);
      return { commit: mergeCommit };
    },
    async close({ branch, commit }) {
      await begin('close');
      const there = branches.get(branch);
      if (commit !== undefined && there !== undefined && there !== commit) {
        throw refusal('branch-moved', `branch "${branch}" is at ${there}`);
      }
      branches.delete(branch);
    },
    async status({ branch, commit }) {
      await begin('status');
      const settled = { conflicts: [], behind: 0, commit };
      const mergeCommit = merged.get(commit ?? '');
      if (mergeCommit !== undefined) {
        return { ...settled, state: 'merged', mergeCommit };
      }
      return { ...settled, state: branches.has(branch) ? 'open' : 'gone' };
    },
    async readFiles({ paths: wanted }) {
      await begin('readFiles');
      return new Map(wanted.map(path => [path, undefined]));
    },
    async findFiles({ matching }) {
      await begin('findFiles');
      return paths.filter(matching).sort();
    },
  };
}

/** An error as a host gives it. */
export function refusal(
  reason: ChangeHostErrorReason,
  detail: string,
): ChangeHostError {
  return ChangeHostError.create({
    url: 'file:///srv/gitops.git',
    operation: 'do it',
    reason,
    detail,
    fix: 'look at it',
  });
}

/** Forty hexadecimal digits that follow from a text. */
function commitOf(text: string): string {
  let hash = 7;
  for (const letter of text) {
    hash = (hash * 31 + letter.charCodeAt(0)) % 0xffffffff;
  }
  return hash.toString(16).padStart(8, '0').repeat(5);
}
