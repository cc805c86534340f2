import {
  GitCommit,
  GitHistory,
  GitHostAnswer,
} from '@gen3-csoc/backstage-plugin-gen3-node';

/** Lists the newest commits of a ref that touch a path. */
export type ListOfPath = (options: {
  /** Absent: the default branch. */
  ref?: string;
  /** Empty: the whole repository. */
  path: string;
  limit: number;
  signal: AbortSignal;
}) => Promise<GitHostAnswer<GitCommit[]>>;

/** Hosts with an API name commits by SHA-1: to ask for other ids would cost an answer for nothing. */
const COMMIT_ID = /^[0-9a-f]{40}$/;

/**
 * Makes a history out of an API that lists commits of one path: several paths are asked for one by one and merged, and what a revision
 * contains is listed from there. Each path costs one answer of the host.
 */
export function listByHost(url: string, listOfPath: ListOfPath): GitHistory {
  const list = async (options: {
    ref: string | undefined;
    paths: readonly string[];
    limit: number;
    signal: AbortSignal;
  }) => {
    const { ref, paths, limit, signal } = options;
    const answers = await Promise.all(
      (paths.length > 0 ? paths : ['']).map(path =>
        listOfPath({ ref, path, limit, signal }),
      ),
    );
    return answers.some(({ kind }) => kind === 'missing')
      ? undefined
      : newest(
          answers.flatMap(each => (each.kind === 'answer' ? each.value : [])),
          limit,
        );
  };
  return {
    url,
    list: ({ ref, ...about }) =>
      list({ ref: ref === 'HEAD' ? undefined : ref, ...about }),
    async listContained({ revision, ...about }) {
      if (!COMMIT_ID.test(revision)) return undefined;
      const commits = await list({ ref: revision, ...about });
      // Some hosts say of a revision that they do not have that it has no commits.
      return commits && commits.length > 0 ? commits : undefined;
    },
    isReading: () => false,
    // Nothing is kept.
    close: async () => {},
  };
}

/** Several lists as one, the newest first; the order of a list stays where times are equal. */
function newest(commits: GitCommit[], limit: number): GitCommit[] {
  const byId = new Map(commits.map(commit => [commit.sha, commit]));
  return [...byId.values()]
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, limit);
}
