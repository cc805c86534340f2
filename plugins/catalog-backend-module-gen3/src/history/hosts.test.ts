import { createAskGitHost } from '@gen3-csoc/backstage-plugin-gen3-node';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createHistory } from './createHistory';

const signal = new AbortController().signal;
const [NEW, OLD, TIP] = ['a', 'b', 'c'].map(letter => letter.repeat(40));

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [{ host: 'github.com', token: 'gh-token' }],
      gitlab: [
        {
          host: 'git.example',
          token: 'gl-token',
          baseUrl: 'https://git.example/lab',
          apiBaseUrl: 'https://git.example/lab/api/v4',
        },
      ],
      azure: [{ host: 'dev.azure.com' }],
    },
  }),
);

/** A host that answers by what the URL ends with; all else is a 404. */
function createHost(answers: Record<string, object | Response>) {
  const asked: { url: string; authorization: string | null }[] = [];
  const ask = createAskGitHost(async (url, init) => {
    asked.push({
      url,
      authorization: new Headers(init.headers).get('authorization'),
    });
    const found = Object.entries(answers).find(([end]) => url.endsWith(end));
    if (!found) return new Response('{}', { status: 404 });
    return found[1] instanceof Response
      ? found[1]
      : new Response(JSON.stringify(found[1]));
  });
  return { ask, asked };
}

const onGithub = (sha: string, date: string, name?: string) => ({
  sha,
  commit: {
    message: `Change ${sha[0]}\n\nBecause.`,
    author: name === undefined ? null : { name },
    committer: { date },
  },
});

type Ask = ReturnType<typeof createHost>['ask'];

const ABOUT = { paths: ['prod/heart'], limit: 10, signal };

function historyOf(url: string, ask: Ask) {
  const config = { url, reader: 'auto' } as const;
  const history = createHistory({ config, integrations, ask });
  if (!history) throw new Error('No history');
  return history;
}

const list = (
  url: string,
  ask: Ask,
  change: { ref?: string; paths?: string[] } = {},
) => historyOf(url, ask).list({ ref: 'HEAD', ...ABOUT, ...change });

const listContained = (url: string, ask: Ask, revision: string) =>
  historyOf(url, ask).listContained({ revision, ...ABOUT });

describe('commits of a host', () => {
  it('lists those of GitHub with the token of the integration', async () => {
    const { ask, asked } = createHost({
      '/commits?per_page=10&path=prod%2Fheart': [
        onGithub(NEW, '2026-11-27T12:00:00+02:00', 'Ada'),
        onGithub(OLD, '2026-11-26T12:00:00Z'),
      ],
      [`path=prod%2Fheart&sha=${TIP}`]: [onGithub(OLD, '2026-11-26T12:00:00Z')],
      [`sha=${NEW}`]: new Response('{"message":"No commit found"}', {
        status: 422,
      }),
    });
    const url = 'https://github.com/o/r.git';
    expect(await list(url, ask)).toEqual([
      {
        sha: NEW,
        subject: 'Change a\n\nBecause.',
        author: 'Ada',
        at: '2026-11-27T10:00:00.000Z',
      },
      {
        sha: OLD,
        subject: 'Change b\n\nBecause.',
        author: '',
        at: '2026-11-26T12:00:00.000Z',
      },
    ]);
    expect(await listContained(url, ask, TIP)).toMatchObject([{ sha: OLD }]);
    expect(await listContained(url, ask, NEW)).toBeUndefined();
    expect(asked).toHaveLength(3);
    expect(await listContained(url, ask, 'main')).toBeUndefined();
    expect(await listContained(url, ask, 'a'.repeat(64))).toBeUndefined();
    expect(asked).toHaveLength(3);
    expect(asked[0]).toEqual({
      url: 'https://api.github.com/repos/o/r/commits?per_page=10&path=prod%2Fheart',
      authorization: 'Bearer gh-token',
    });
  });

  it('merges what touches several paths', async () => {
    const shared = onGithub(TIP, '2026-11-27T11:00:00Z');
    const { ask } = createHost({
      'path=one.yaml&sha=main': [shared, onGithub(OLD, '2026-11-26T12:00:00Z')],
      'path=two&sha=main': [onGithub(NEW, '2026-11-27T12:00:00Z'), shared],
    });
    const commits = await list('https://github.com/o/r', ask, {
      ref: 'main',
      paths: ['one.yaml', 'two'],
    });
    expect(commits?.map(({ sha }) => sha)).toEqual([NEW, TIP, OLD]);
  });

  it('lists those of a GitLab below a path of its host', async () => {
    const { ask, asked } = createHost({
      'ref_name=release%2F1': [
        {
          id: NEW,
          title: 'Change a',
          author_name: 'Ada',
          committed_date: '2026-11-27T12:00:00.000+00:00',
        },
      ],
      // GitLab says so of revisions that it does not have.
      [`ref_name=${TIP}`]: [],
    });
    const url = 'https://git.example/lab/group/sub/r';
    expect(await list(url, ask, { ref: 'release/1' })).toEqual([
      {
        sha: NEW,
        subject: 'Change a',
        author: 'Ada',
        at: '2026-11-27T12:00:00.000Z',
      },
    ]);
    expect(await listContained(url, ask, TIP)).toBeUndefined();
    expect(asked[0]).toEqual({
      url: 'https://git.example/lab/api/v4/projects/group%2Fsub%2Fr/repository/commits?per_page=10&path=prod%2Fheart&ref_name=release%2F1',
      authorization: 'Bearer gl-token',
    });
  });

  it('knows no branch that the host does not know, and no commit of an empty repository', async () => {
    const { ask } = createHost({
      'sha=empty': new Response('{}', { status: 409 }),
    });
    const url = 'https://github.com/o/r';
    expect(await list(url, ask, { ref: 'gone' })).toBeUndefined();
    expect(await list(url, ask, { ref: 'empty' })).toEqual([]);
  });

  it.each<[string, Response, RegExp]>([
    ['a refusal', new Response('', { status: 401 }), /^401$/],
    [
      'its limit',
      new Response('', {
        status: 403,
        headers: { 'x-ratelimit-remaining': '0' },
      }),
      /asked too often/,
    ],
    ['a fault', new Response('secret', { status: 500 }), /^answers 500$/],
    ['a page', new Response('<html>'), /^answers a page, not data$/],
    ['other data', new Response('{"a":1}'), /^answers something else/],
    [
      'no end',
      new Response('x'.repeat(5_000_000)),
      /^answers more than the portal reads$/,
    ],
  ])('says when the host answers with %s', async (_, response, message) => {
    const { ask } = createHost({ heart: response });
    await expect(list('https://github.com/o/r', ask)).rejects.toThrow(message);
  });

  it('says when the host does not answer, without its address', async () => {
    const ask = createAskGitHost(async () => {
      const cause = Object.assign(new Error('connect 10.0.0.1'), {
        code: 'ECONNREFUSED',
      });
      throw new TypeError('fetch failed', { cause });
    });
    await expect(list('https://github.com/o/r', ask)).rejects.toThrow(
      /^does not answer \(ECONNREFUSED\)$/,
    );
  });

  it('cannot list those of other hosts', () => {
    const create = (url: string) =>
      createHistory({
        config: { url, reader: 'auto' },
        integrations,
        ask: createHost({}).ask,
      });
    expect(create('https://dev.azure.com/o/p/_git/r')).toBeUndefined();
    expect(create('https://git.nowhere/o/r')).toBeUndefined();
    expect(create('git@github.com:o/r.git')).toBeDefined();
  });
});
