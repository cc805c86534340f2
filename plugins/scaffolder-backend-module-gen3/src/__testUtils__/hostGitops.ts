import type { MockDirectory } from '@backstage/backend-test-utils';
import type { PullRequest } from '../publish/types';
import { git, serveGit } from './serveGit';

/** Also the token of the portal. */
export const PASSWORD = 'geheim';
const WHO = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];

/**
 * A host in a folder with one repository, whose branch `main` declares heart.example, and the change that retires it.
 *
 * @example
 * const host = await hostGitops(folder);
 * await pushBranch(host.access())(host.retire([{ path: 'README.md' }]), context);
 * await host.close();
 */
export async function hostGitops(
  folder: MockDirectory,
  given: { api?: Parameters<typeof serveGit>[0]['api'] } = {},
) {
  folder.setContent({
    'begin/heart.example': { 'app.yaml': 'a: 1\n', 'values.yaml': 'b: 2\n' },
    'begin/README.md': 'Commons\n',
  });
  const begin = ['-C', folder.resolve('begin')];
  git(...begin, 'init', '-q', '-b', 'main');
  git(...begin, 'add', '.');
  git(...begin, ...WHO, 'commit', '-q', '-m', 'Begin');
  const bare = folder.resolve('ops/gitops.git');
  git('clone', '-q', '--bare', folder.resolve('begin'), bare);
  const { url, close } = await serveGit({
    ...given,
    folder: folder.path,
    password: PASSWORD,
  });
  return {
    close,
    url,
    git: (...args: string[]) => git('-C', bare, ...WHO, ...args),
    /** How the portal gets at it. */
    access: (password = PASSWORD) => ({
      findAuth: async () => ({ username: 'portal', password }),
      remoteOf: (repository: string) => `${repository}.git`,
    }),
    retire: (files: PullRequest['files']): PullRequest => ({
      host: 'gitea',
      repository: `${url}/ops/gitops`,
      branch: 'retire/heart.example',
      base: 'main',
      title: 'Retire heart.example',
      description: '',
      message: 'Retire heart.example',
      author: { name: 'Tomas', email: 'tomas@example.org' },
      files,
    }),
  };
}
