import type { GitRepository } from '../git/GitRepository';
import { ChartError } from './ChartError';

/** Files that one chart and its dependencies may have. */
export const MAX_CHART_FILES = 5_000;

/** Bytes that one chart and its dependencies may have, unpacked. */
export const MAX_CHART_BYTES = 64 * 1024 * 1024;

/** Files among which a chart and its siblings are. */
export interface ChartTree {
  /** Paths of all files, with `/`. */
  list(): Promise<string[]>;
  /** @throws ChartError when one of them cannot be read. */
  read(paths: readonly string[]): Promise<Map<string, Buffer>>;
}

/** The tree of a commit. */
export function createGitTree(options: {
  repository: GitRepository;
  commit: string;
  /** As errors name it. */
  chart: string;
  signal: AbortSignal;
}): ChartTree {
  const { repository, commit, chart, signal } = options;
  const files = repository.listFiles({ commit, signal });
  return {
    list: async () => (await files).map(({ path }) => path),
    async read(paths) {
      const wanted = new Set(paths);
      const chosen = (await files).filter(({ path }) => wanted.has(path));
      const blobs = chosen.map(({ blob }) => blob);
      const answers = await repository.readBlobs({ blobs, signal });
      return new Map(
        chosen.map(({ path, blob }) => {
          const answer = answers.get(blob);
          if (answer?.kind === 'content') return [path, answer.content];
          throw ChartError.create({
            chart,
            reason: answer?.kind === 'too-large' ? 'too-large' : 'not-found',
            detail: `"${path}" ${
              answer?.kind === 'too-large'
                ? `has ${answer.size} bytes`
                : 'is not there'
            }`,
            fix: 'keep large files out of the chart',
          });
        }),
      );
    },
  };
}
