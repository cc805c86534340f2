import { REPOSITORY_HOSTS } from '@gen3-csoc/backstage-plugin-gen3-common';
import { commitUrl, historyUrl } from './commitPages';

const repository = 'https://h/o/r';

describe('pages of commits', () => {
  it('knows the page of a commit of each host', () => {
    expect(
      REPOSITORY_HOSTS.map(host => commitUrl(host, repository, 'abc')),
    ).toEqual([
      'https://h/o/r/commit/abc',
      'https://h/o/r/-/commit/abc',
      'https://h/o/r/commit/abc',
      'https://h/o/r/commits/abc',
      'https://h/o/r/commits/abc',
      'https://h/o/r/commit/abc',
    ]);
  });

  it.each([
    [
      { branch: 'feat/a b', path: 'prod/heart' },
      [
        'https://h/o/r/commits/feat/a%20b/prod/heart',
        'https://h/o/r/-/commits/feat/a%20b/prod/heart',
        'https://h/o/r/commits/branch/feat/a%20b/prod/heart',
        'https://h/o/r/commits/branch/feat/a%20b',
        'https://h/o/r/commits?until=feat%2Fa%20b&path=prod%2Fheart',
        'https://h/o/r?path=%2Fprod%2Fheart&version=GBfeat%2Fa%20b&_a=history',
      ],
    ],
    [
      { path: '' },
      [
        'https://h/o/r/commits/HEAD',
        'https://h/o/r/-/commits/HEAD',
        'https://h/o/r/commits',
        'https://h/o/r/commits',
        'https://h/o/r/commits',
        'https://h/o/r?_a=history',
      ],
    ],
  ])('knows the history of %j of each host', (about, expected) => {
    expect(
      REPOSITORY_HOSTS.map(host => historyUrl(host, { repository, ...about })),
    ).toEqual(expected);
  });
});
