import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  commitsResponseSchema,
  createServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { createAskGitHost } from '@gen3-csoc/backstage-plugin-gen3-node';
import { commonsOf } from '../__testUtils__/readings';
import { readSourceConfigs } from '../config/readSourceConfigs';
import { CommitsService } from './CommitsService';

const HEART = 'heart.example';
const REF = `system:default/${HEART}`;
const [NEW, OLD, TIP] = ['a', 'b', 'c'].map(letter => letter.repeat(40));

const credentials: BackstageCredentials = {
  $$type: '@backstage/BackstageCredentials',
  principal: {},
};

const entityOf = (name: string, namespace?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: {
    name,
    ...(namespace ? { namespace } : {}),
    annotations: { 'gen3.org/hostname': HEART },
  },
  spec: { type: 'gen3-commons' },
});

const commit = (sha: string, message: string) => ({
  sha,
  commit: {
    message,
    author: { name: 'Ada\u202e' },
    committer: { date: '2026-11-27T12:00:00Z' },
  },
});

function create(
  options: {
    entity?: Entity;
    url?: string;
    answer?: (url: string) => Response | Promise<Response>;
  } = {},
) {
  const { entity = entityOf(HEART), url = 'https://github.com/o/gitops' } =
    options;
  let now = Date.parse('2026-11-27T12:00:00Z');
  const asked: string[] = [];
  const integrations = ScmIntegrations.fromConfig(
    new ConfigReader({
      integrations: {
        github: [{ host: 'github.com', token: 's3cret' }],
        azure: [{ host: 'dev.azure.com' }],
      },
    }),
  );
  const service = CommitsService.create({
    sources: readSourceConfigs(
      new ConfigReader({
        catalog: {
          providers: {
            gen3: {
              list: { type: 'static', commons: [{ hostname: HEART }] },
              git: { type: 'gitops', url, branch: 'main' },
            },
          },
        },
      }),
      { registry: createServiceRegistry() },
    ),
    store: {
      readMembersOf: async hostname =>
        new Map(
          hostname === HEART
            ? [
                [
                  'git',
                  [
                    {
                      member: 'm',
                      commons: commonsOf(HEART, {
                        provenance: {
                          repo: url,
                          path: 'prod/heart.example/templates/app.yaml',
                          location: 'url:x',
                        },
                      }),
                      findings: [],
                    },
                  ],
                ],
              ]
            : [],
        ),
    },
    catalog: {
      getEntityByRef: async ref =>
        ref ===
        `system:${entity.metadata.namespace ?? 'default'}/${
          entity.metadata.name
        }`
          ? entity
          : undefined,
    },
    integrations,
    ask: createAskGitHost(async input => {
      asked.push(input);
      return (
        options.answer?.(input) ??
        new Response(
          JSON.stringify([
            commit(
              NEW,
              'Raise fence\u0007 https://bot:pw@git.example/x\n\nmore',
            ),
            commit(OLD, 'x'.repeat(500)),
          ]),
        )
      );
    }),
    now: () => now,
  });
  return {
    asked,
    wait: (ms: number) => {
      now += ms;
    },
    list: async (
      query: { limit?: number; revisions?: string[] } = {},
      entityRef = REF,
    ) =>
      commitsResponseSchema.parse(
        await service.list({
          entityRef,
          query: { limit: 10, ...query },
          credentials,
        }),
      ),
  };
}

describe('CommitsService', () => {
  it('lists the commits of the folder that the source found the commons in, with links', async () => {
    const { list, asked } = create();
    expect(await list()).toEqual({
      entityRef: REF,
      asOf: '2026-11-27T12:00:00.000Z',
      state: 'listed',
      repo: 'https://github.com/o/gitops',
      branch: 'main',
      paths: ['prod/heart.example'],
      historyUrl: 'https://github.com/o/gitops/commits/main/prod/heart.example',
      commits: [
        {
          sha: NEW,
          subject: 'Raise fence https://git.example/x',
          author: 'Ada',
          at: '2026-11-27T12:00:00.000Z',
          url: `https://github.com/o/gitops/commit/${NEW}`,
        },
        {
          sha: OLD,
          subject: `${'x'.repeat(199)}…`,
          author: 'Ada',
          at: '2026-11-27T12:00:00.000Z',
          url: `https://github.com/o/gitops/commit/${OLD}`,
        },
      ],
      revisions: [],
    });
    expect(asked).toEqual([
      'https://api.github.com/repos/o/gitops/commits?per_page=50&path=prod%2Fheart.example&sha=main',
    ]);
  });

  it('says which of them a revision contains', async () => {
    const { list } = create({
      answer: url =>
        new Response(
          JSON.stringify(
            url.includes(TIP)
              ? [commit(OLD, 'old')]
              : [commit(NEW, 'new'), commit(OLD, 'old')],
          ),
        ),
    });
    expect((await list({ revisions: [TIP] })).revisions).toEqual([
      {
        revision: TIP,
        url: `https://github.com/o/gitops/commit/${TIP}`,
        contains: [OLD],
      },
    ]);
  });

  // One revision that failed cost the whole list.
  it('keeps the commits when a revision cannot be asked about, and names it', async () => {
    const { list } = create({
      answer: url =>
        url.includes(TIP)
          ? new Response('', { status: 502 })
          : new Response(JSON.stringify([commit(NEW, 'new')])),
    });
    expect(await list({ revisions: [TIP, OLD] })).toMatchObject({
      commits: [{ sha: NEW }],
      revisions: [{ revision: OLD, contains: [NEW] }],
      unread: [TIP],
    });
  });

  // Anybody who reads the catalog could use up the token by naming revisions.
  it('asks about so many revisions in a minute, whoever names them', async () => {
    const { list, asked, wait } = create({ answer: () => new Response('[]') });
    for (let at = 0; at < 10; at += 1) {
      const revisions = ['1', '2', '3', '4', '5'].map(
        letter => `${at}`.repeat(20) + letter.repeat(20),
      );
      // One after the other, as somebody in a loop would.
      // eslint-disable-next-line no-await-in-loop
      await list({ revisions });
    }
    expect(asked).toHaveLength(1 + 20);
    expect((await list({ revisions: [TIP] })).unread).toEqual([TIP]);
    wait(60_000);
    expect((await list({ revisions: [TIP] })).unread).toBeUndefined();
  });

  it('asks once for all who ask within a minute', async () => {
    const { list, asked, wait } = create();
    await Promise.all([list(), list()]);
    wait(59_000);
    // Each limit was a question of its own.
    expect((await list({ limit: 1 })).commits).toHaveLength(1);
    expect(await list()).toMatchObject({ asOf: '2026-11-27T12:00:00.000Z' });
    expect(asked).toHaveLength(1);
    wait(2_000);
    expect(await list()).toMatchObject({ asOf: '2026-11-27T12:01:01.000Z' });
    expect(asked).toHaveLength(2);
  });

  it('leaves a host that fails alone for a moment, and then asks again', async () => {
    let isWell = false;
    const { list, asked, wait } = create({
      answer: () =>
        isWell ? new Response('[]') : new Response('', { status: 502 }),
    });
    const failure = {
      name: 'ServiceUnavailableError',
      message:
        'Cannot list the commits of "https://github.com/o/gitops": its host answers 502',
    };
    await expect(list()).rejects.toMatchObject(failure);
    isWell = true;
    await expect(list()).rejects.toMatchObject(failure);
    expect(asked).toHaveLength(1);
    wait(11_000);
    expect(await list()).toMatchObject({ state: 'listed', commits: [] });
  });

  it.each<[string, Response, RegExp]>([
    [
      'that refuses its token',
      new Response('', { status: 401 }),
      /its host answers 401; correct the token of the host below "integrations"/,
    ],
    [
      'that does not know the branch',
      new Response('', { status: 404 }),
      /"https:\/\/github.com\/o\/gitops" or its branch "main" was not found: correct "url" and "branch" of source "git"/,
    ],
  ])('says how to mend a host %s', async (_, response, message) => {
    const { list } = create({ answer: () => response });
    await expect(list()).rejects.toMatchObject({
      message: expect.stringMatching(message),
    });
    await expect(list()).rejects.toMatchObject({
      message: expect.not.stringContaining('s3cret'),
    });
  });

  it('leads to the history of a host whose commits it cannot list', async () => {
    const url = 'https://dev.azure.com/o/p/_git/r';
    const { list, asked } = create({ url });
    expect(await list()).toMatchObject({
      state: 'not-supported',
      repo: url,
      historyUrl: `${url}?path=%2Fprod%2Fheart.example&version=GBmain&_a=history`,
      commits: [],
    });
    expect(asked).toEqual([]);
  });

  // An entity written by hand may claim the hostname of another commons.
  it.each([
    ['of another name', entityOf('mine')],
    ['of another namespace', entityOf(HEART, 'mine')],
  ])('gives an entity %s no history of others', async (_, entity) => {
    const { name, namespace = 'default' } = entity.metadata;
    const { list, asked } = create({ entity });
    expect(await list({}, `system:${namespace}/${name}`)).toMatchObject({
      state: 'not-in-git',
      commits: [],
    });
    expect(asked).toEqual([]);
  });

  it('knows nothing of what the caller may not read', async () => {
    await expect(create().list({}, 'system:default/other')).rejects.toThrow(
      expect.objectContaining({ name: 'NotFoundError' }),
    );
  });
});
