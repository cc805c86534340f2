import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogBackend from '@backstage/plugin-catalog-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { commitsResponseSchema } from '@gen3-csoc/backstage-plugin-gen3-common';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import request from 'supertest';
import { GitOrigin } from '../__testUtils__/GitOrigin';
import { catalogModuleGen3 } from '../module';

// These tests start programs and whole backends.
jest.setTimeout(60_000);

const A = 'a.example.org';
const B = 'b.example.org';
const COMMITS = `/api/catalog/gen3/commons/default/${A}/commits`;

const manifestOf = (hostname: string, tag: string) =>
  JSON.stringify({
    versions: { fence: `quay.io/cdis/fence:${tag}` },
    global: { hostname, environment: 'prod' },
  });

/** Copies that the portal keeps of repositories. */
const listCopies = () =>
  readdirSync(tmpdir()).filter(
    name => name.startsWith('gen3-git-') && name.includes(`-${process.pid}-`),
  );

describe('GET /gen3/commons/:namespace/:name/commits', () => {
  const directory = createMockDirectory();

  async function start(
    result:
      | AuthorizeResult.ALLOW
      | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
  ) {
    directory.clear();
    const origin = await GitOrigin.create(directory.path);
    await origin.commit({
      [`${A}/manifest.json`]: manifestOf(A, '2026.06'),
      [`${B}/manifest.json`]: manifestOf(B, '2026.06'),
    });
    await origin.commit({ [`${B}/manifest.json`]: manifestOf(B, '2026.07') });
    await origin.commit({ [`${A}/manifest.json`]: manifestOf(A, '2026.07') });
    const git = { type: 'manifest', url: origin.url };
    const backend = await startTestBackend({
      features: [
        catalogBackend,
        catalogModuleGen3,
        mockServices.permissions.factory({ result }),
        mockServices.rootConfig.factory({
          data: { catalog: { providers: { gen3: { git } } } },
        }),
      ],
    });
    return { backend, server: backend.server, url: origin.url };
  }

  it('lists the commits of the folder of a commons that was found in git', async () => {
    const { backend, server, url } = await start();
    await request(server)
      .post('/api/catalog/gen3/sources/git/refresh')
      .expect(202);
    let answer = await request(server).get(COMMITS);
    while (answer.status === 404) {
      // The catalog processes in the background and offers no event to wait for; jest's timeout ends this.
      // eslint-disable-next-line no-await-in-loop
      await wait(50);
      // eslint-disable-next-line no-await-in-loop
      answer = await request(server).get(COMMITS);
    }
    expect(commitsResponseSchema.parse(answer.body)).toMatchObject({
      entityRef: `system:default/${A}`,
      state: 'listed',
      repo: url,
      paths: [A],
      commits: [
        { subject: 'change', author: 'test' },
        { subject: 'change', author: 'test' },
      ],
      revisions: [],
    });

    const { body } = await request(server)
      .get(COMMITS)
      .query({ limit: 1, revisions: answer.body.commits[1].sha })
      .expect(200);
    expect(commitsResponseSchema.parse(body)).toMatchObject({
      commits: [{ sha: answer.body.commits[0].sha }],
      revisions: [{ revision: answer.body.commits[1].sha, contains: [] }],
    });

    // Nothing closed the copy of the history: it stayed until the process ended, if that ended well.
    const copies = listCopies();
    await backend.stop();
    expect(listCopies()).toHaveLength(copies.length - 1);
  });

  it('is for those with credentials, and refuses what it does not understand', async () => {
    const { server } = await start();
    const anonymous = mockCredentials.none.header();
    const { status } = await request(server)
      .get(COMMITS)
      .set('Authorization', anonymous);
    expect(status).toBe(401);
    for (const query of [
      { limit: 51 },
      { revisions: 'main' },
      { revision: 'a'.repeat(40) },
    ]) {
      // One after the other: they are few.
      // eslint-disable-next-line no-await-in-loop
      await request(server).get(COMMITS).query(query).expect(400);
    }
    await request(server)
      .get('/api/catalog/gen3/commons/default/none/commits')
      .expect(404);
  });

  it('knows no commons that the caller may not read', async () => {
    const { server } = await start(AuthorizeResult.DENY);
    const { status } = await request(server).get(COMMITS);
    expect(status).toBe(404);
  });
});
