import { NotFoundError, NotModifiedError } from '@backstage/errors';
import { classifyFailure } from './classifyFailure';

const url = 'https://api.git.example/repos/org/gitops';

describe('classifyFailure', () => {
  it.each([
    ['an unchanged tree', new NotModifiedError(), { kind: 'unchanged' }],
    ['an absent tree', new NotFoundError('x'), { kind: 'missing' }],
    [
      "Bitbucket's default branch, of a repository that is not there",
      new Error(`Failed to retrieve default branch from ${url}, 404 Not Found`),
      { kind: 'missing' },
    ],
    [
      'a token that GitHub refuses',
      new Error(`Request failed for ${url}, 401 Unauthorized`),
      { kind: 'refused', answer: '401 Unauthorized' },
    ],
    [
      'a token that may not read',
      new Error(`Failed to read tree from ${url}, 403 `),
      { kind: 'refused', answer: '403' },
    ],
    [
      "Azure's page to log in",
      new SyntaxError('Unexpected token, "<html>geheim" is not valid JSON'),
      { kind: 'refused', answer: 'a page, not data' },
    ],
    [
      "GitHub's limit",
      new Error(`Request failed, 403 Forbidden (rate limit exceeded)`),
      { kind: 'passing' },
    ],
    [
      'a host with a problem',
      new Error(`Failed to read tree from ${url}, 502 Bad Gateway`),
      { kind: 'passing' },
    ],
    [
      'a network with a problem',
      new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') }),
      { kind: 'passing' },
    ],
    [
      'an archive that breaks off',
      Object.assign(new Error('unexpected end of file'), {
        code: 'Z_BUF_ERROR',
      }),
      { kind: 'passing' },
    ],
    [
      "Bitbucket Server's reader over a tag",
      new Error('Failed to find Last Commit using branch "v1" in response'),
      {
        kind: 'rejected',
        answer: 'Failed to find Last Commit using branch "v1" in response',
      },
    ],
    [
      "Bitbucket Server's reader over the beginning of a branch",
      new TypeError("Cannot read properties of undefined (reading 'commit')"),
      { kind: 'rejected', answer: '' },
    ],
    [
      'a revision that a host does not take',
      new Error(`Request failed for ${url}, 422 Unprocessable Entity`),
      { kind: 'rejected', answer: '422 Unprocessable Entity' },
    ],
  ])('recognises %s', (_label, error, expected) => {
    expect(classifyFailure(error)).toEqual(expected);
  });
});
