import { repoUrlOf } from './repoUrlOf';

describe('the address of a repository for the scaffolder', () => {
  it.each([
    ['github', 'https://github.com/org'],
    ['github', 'https://github.com/org/team/gitops'],
    ['gitlab', 'https://gitlab.com/gitops'],
    ['bitbucketCloud', 'https://bitbucket.org/org'],
    ['bitbucketServer', 'https://git.example/scm/ops/gitops'],
    ['azure', 'https://dev.azure.com/org/project/_git/gitops'],
    ['gitea', 'https://git.example/org/gitops'],
  ] as const)('is refused for %s of %s', (host, repository) => {
    expect(() => repoUrlOf({ host, repository })).toThrow(
      `"${repository}" is not the address of a repository of ${host}`,
    );
  });
});
