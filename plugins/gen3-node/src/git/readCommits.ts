import type { GitProgram } from './GitProgram';
import { isCommitId } from './gitNames';
import type { BareRepository } from './openBareRepository';

/** The full names that a ref may stand for, the one that counts first. */
export function fullNamesOf(ref: string): string[] {
  if (isCommitId(ref) || ref === 'HEAD') return [ref];
  return [`refs/heads/${ref}`, `refs/tags/${ref}`];
}

/**
 * Reads which commits names are at, all at one time.
 *
 * @param options.names - full names of refs, commit ids or `HEAD`; checked before, for they hold no line breaks.
 * @returns in the order of the names, undefined for what is not there.
 * @throws GitError when the repository cannot be read.
 */
export async function readCommits(options: {
  git: GitProgram;
  repository: BareRepository;
  names: readonly string[];
  signal: AbortSignal;
}): Promise<(string | undefined)[]> {
  const { git, repository, names, signal } = options;
  const output = await git.run({
    operation: 'read branches',
    args: [`--git-dir=${repository.path}`, 'cat-file', '--batch-check'],
    input: names.map(name => `${name}^{commit}\n`).join(''),
    signal,
  });
  const lines = output.toString('utf8').split('\n');
  return names.map((_, index) => {
    const [id = '', kind] = (lines[index] ?? '').split(' ');
    return kind === 'commit' && isCommitId(id) ? id : undefined;
  });
}
