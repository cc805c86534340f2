import { bitbucketServerRemote } from './bitbucketServerRemote';

it.each([
  [
    'https://git.example/projects/OPS/repos/gitops',
    'https://git.example/scm/OPS/gitops.git',
  ],
  [
    'https://git.example/bitbucket/projects/OPS/repos/gitops',
    'https://git.example/bitbucket/scm/OPS/gitops.git',
  ],
])('git finds %s at %s', (page, remote) => {
  expect(bitbucketServerRemote(page)).toBe(remote);
});
