import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import type { JsonObject } from '@backstage/types';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { parse } from 'yaml';
import scaffolderModuleGen3 from '.';
import { createFakeGen3Plugin } from './__testUtils__/createFakeGen3Plugin';
import {
  maintenanceExamples,
  retireExamples,
  scaleExamples,
} from './actions/createEditActions.examples';
import { openExamples } from './actions/createOpenAction.examples';
import { upgradeExamples } from './actions/createUpgradeAction.examples';

// The scaffolder backend takes a while to start.
jest.setTimeout(120_000);

const TEMPLATES = join(__dirname, '..', '..', '..', 'templates');

const HEART = 'heart.example.org';

/** A change that waits for others. */
const WAITING = '0e1cbd5c-2f0c-4a0e-9c0b-5d2f6b0a7c11';

function readTemplate(name: string): JsonObject {
  return parse(readFileSync(join(TEMPLATES, name, 'template.yaml'), 'utf8'));
}

describe('templates of changes', () => {
  let stop: () => Promise<void>;

  afterEach(() => stop());

  async function start(options?: Parameters<typeof createFakeGen3Plugin>[0]) {
    const { plugin, asked } = createFakeGen3Plugin(options);
    const backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        scaffolderModuleGen3,
        plugin,
        catalogServiceMock.factory(),
      ],
    });
    stop = () => backend.stop();
    const dryRun = (template: JsonObject, values: JsonObject) =>
      request(backend.server)
        .post('/api/scaffolder/v2/dry-run')
        .set(
          'Authorization',
          mockCredentials.user.header('user:default/alma-reyes'),
        )
        .send({ template, values, directoryContents: [] });
    return { asked, dryRun };
  }

  const accept = [
    { hostname: HEART, id: 'skips-releases', reason: 'The notes are read' },
  ];

  it.each([
    [
      'upgrade',
      { waves: [[HEART]], release: '2026.11', imageTags: { fence: '13.3.0' } },
      { release: '2026.11', imageTags: { fence: '13.3.0' } },
    ],
    // What nobody filled in is not sent.
    [
      'upgrade',
      { waves: [[HEART]], imageTags: { fence: '13.3.0' } },
      { imageTags: { fence: '13.3.0' } },
    ],
    ['maintenance', { hostname: HEART, mode: 'on' }, { mode: 'on' }],
    [
      'scale',
      { hostname: HEART, replicas: { sheepdog: 4 } },
      { replicas: { sheepdog: 4 } },
    ],
    [
      'retire',
      { hostname: HEART, step: 'stand-down', confirm: HEART },
      { step: 'stand-down', confirm: HEART },
    ],
  ])(
    '%s-commons judges the edit in a dry run, and proposes nothing',
    async (kind, values, edit) => {
      const { asked, dryRun } = await start();
      const { status, body } = await dryRun(readTemplate(`${kind}-commons`), {
        ...values,
        accept,
      });
      expect([status, body.error]).toEqual([200, undefined]);
      expect(asked).toEqual([
        {
          path: '/changes/dry-run',
          body: {
            kind,
            hostname: HEART,
            ...edit,
            accept: [{ id: 'skips-releases', reason: 'The notes are read' }],
          },
          user: 'user:default/alma-reyes',
        },
      ]);
      expect(body.output.links).toEqual([
        { title: 'Follow the change', url: '/changes' },
      ]);
    },
  );

  it('upgrade-commons fails with what stands in the way of each commons', async () => {
    const refusal = { status: 409, message: 'says so already' };
    const { dryRun } = await start({ refusal });
    const { status, body } = await dryRun(readTemplate('upgrade-commons'), {
      waves: [[HEART], ['lung.example.org']],
      release: '2026.11',
      accept: [],
    });
    expect(status).not.toBe(200);
    expect(JSON.stringify(body)).toContain(
      `${HEART}: says so already\\nlung.example.org: says so already`,
    );
  });

  it('upgrade-commons takes no release of no month', async () => {
    const { asked, dryRun } = await start();
    const { status, body } = await dryRun(readTemplate('upgrade-commons'), {
      waves: [[HEART]],
      release: '2026.13',
      accept: [],
    });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('release');
    expect(asked).toEqual([]);
  });

  it('open-change asks in a dry run whether the change may be opened, and opens nothing', async () => {
    const { asked, dryRun } = await start();
    const { status, body } = await dryRun(readTemplate('open-change'), {
      changeId: WAITING,
    });
    expect([status, body.error]).toEqual([200, undefined]);
    expect(asked).toEqual([
      {
        path: `/changes/${WAITING}/open`,
        body: {},
        user: 'user:default/alma-reyes',
      },
    ]);
    // The page of a task leaves links out that lead nowhere.
    expect(body.output.links).toEqual([
      { title: 'Pull request', url: '' },
      { title: 'Follow the change', url: '/changes/c0ffee00' },
    ]);
  });

  it('open-change links the page at the host, on which a person may have to open the pull request', async () => {
    const openAt = 'https://github.com/org/gitops/pull/7';
    const { dryRun } = await start({ openAt });
    const { body } = await dryRun(readTemplate('open-change'), {
      changeId: WAITING,
    });
    expect(body.output).toMatchObject({
      links: [{ title: 'Pull request', url: openAt }, expect.anything()],
      text: [
        {
          content: expect.stringContaining(
            'at Azure DevOps and Gitea it leads to the page on which you open it',
          ),
        },
      ],
    });
  });

  it('open-change fails with the reason why the change cannot be opened', async () => {
    const message = 'It waits for "Upgrade lung.example.org" (open).';
    const { dryRun } = await start({ refusal: { status: 409, message } });
    const { status, body } = await dryRun(readTemplate('open-change'), {
      changeId: WAITING,
    });
    expect(status).not.toBe(200);
    expect(JSON.stringify(body)).toContain(
      JSON.stringify(message).slice(1, -1),
    );
  });

  it('gen3:change:open sends nothing on that is no id, as addresses are logged', async () => {
    const { asked, dryRun } = await start();
    // Its own parameters would refuse it before.
    const template: JsonObject = JSON.parse(
      JSON.stringify(readTemplate('open-change'), (key, value) =>
        key === 'parameters' ? undefined : value,
      ),
    );
    const { status, body } = await dryRun(template, { changeId: 'no id' });
    expect(status).not.toBe(200);
    expect(JSON.stringify(body)).toContain('changeId');
    expect(asked).toEqual([]);
  });

  it.each(
    [
      ...upgradeExamples,
      ...maintenanceExamples,
      ...scaleExamples,
      ...retireExamples,
      ...openExamples,
    ].map(({ description, example }) => [description, example] as const),
  )('runs the example "%s"', async (_, example) => {
    const { dryRun, asked } = await start();
    const { status, body } = await dryRun(
      {
        ...readTemplate('upgrade-commons'),
        spec: { type: 'x', owner: 'x', parameters: [], ...parse(example) },
      },
      {},
    );
    expect([status, body.error]).toEqual([200, undefined]);
    expect(asked).not.toEqual([]);
  });
});
