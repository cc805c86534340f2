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

/**
 * Makes a history out of an API that lists commits of one path: several paths are asked for one by one and merged, and what a revision
 * contains is listed from there.
 */
export function listByHost(listOfPath: ListOfPath): GitHistory['list'] {
  return async ({ ref, paths, revisions, limit, signal }) => {
    const list = async (of: string | undefined) => {
      const answers = await Promise.all(
        (paths.length > 0 ? paths : ['']).map(path =>
          listOfPath({ ref: of, path, limit, signal }),
        ),
      );
      return answers.some(({ kind }) => kind === 'missing')
        ? undefined
        : newest(
            answers.flatMap(each => (each.kind === 'answer' ? each.value : [])),
            limit,
          );
    };
    const [commits, ...contained] = await Promise.all([
      list(ref === 'HEAD' ? undefined : ref),
      ...revisions.map(list),
    ]);
    if (!commits) return undefined;
    return {
      commits,
      contained: new Map(
        revisions.flatMap((revision, index): [string, string[]][] => {
          // Some hosts say of a revision that they do not have that it has no commits.
          const of = contained[index] ?? [];
          return of.length > 0 ? [[revision, of.map(({ sha }) => sha)]] : [];
        }),
      ),
    };
  };
}

/** Several lists as one, the newest first; the order of a list stays where times are equal. */
function newest(commits: GitCommit[], limit: number): GitCommit[] {
  const byId = new Map(commits.map(commit => [commit.sha, commit]));
  return [...byId.values()]
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, limit);
}
