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
  upgradeExamples,
} from './actions/createEditActions.examples';

// The scaffolder backend takes a while to start.
jest.setTimeout(120_000);

const TEMPLATES = join(__dirname, '..', '..', '..', 'templates');

/** Its name in the catalog need not be its hostname. */
const commons = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: {
    name: 'heart',
    namespace: 'default',
    annotations: { 'gen3.org/hostname': 'heart.example.org' },
  },
  spec: { type: 'gen3-commons', owner: 'group:default/heart-team' },
};

function readTemplate(name: string): JsonObject {
  return parse(readFileSync(join(TEMPLATES, name, 'template.yaml'), 'utf8'));
}

describe('templates of edits', () => {
  let stop: () => Promise<void>;

  afterEach(() => stop());

  async function start(options?: Parameters<typeof createFakeGen3Plugin>[0]) {
    const { plugin, asked } = createFakeGen3Plugin(options);
    const backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        scaffolderModuleGen3,
        plugin,
        catalogServiceMock.factory({ entities: [commons] }),
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

  const given = { commons: 'system:default/heart', accept: [] };

  it.each([
    [
      'upgrade',
      { release: '2026.11', imageTags: { fence: '13.3.0' } },
      { release: '2026.11', imageTags: { fence: '13.3.0' } },
    ],
    // What nobody filled in is not sent.
    [
      'upgrade',
      { imageTags: { fence: '13.3.0' } },
      { imageTags: { fence: '13.3.0' } },
    ],
    ['maintenance', { mode: 'on' }, { mode: 'on' }],
    ['scale', { replicas: { sheepdog: 4 } }, { replicas: { sheepdog: 4 } }],
    [
      'retire',
      { step: 'stand-down', confirm: 'heart.example.org' },
      { step: 'stand-down', confirm: 'heart.example.org' },
    ],
  ])(
    '%s-commons judges the edit in a dry run, and proposes nothing',
    async (kind, values, edit) => {
      const { asked, dryRun } = await start();
      const { status, body } = await dryRun(readTemplate(`${kind}-commons`), {
        ...given,
        ...values,
      });
      expect([status, body.error]).toEqual([200, undefined]);
      expect(asked).toEqual([
        {
          path: '/preflight',
          body: { edit: { kind, hostname: 'heart.example.org', ...edit } },
          user: 'user:default/alma-reyes',
        },
      ]);
      expect(body.output.links).toEqual([
        { title: 'Follow the change', url: '/changes' },
      ]);
    },
  );

  it.each(
    [
      ...upgradeExamples,
      ...maintenanceExamples,
      ...scaleExamples,
      ...retireExamples,
    ].map(({ description, example }) => [description, example] as const),
  )('runs the example "%s"', async (_, example) => {
    const { dryRun, asked } = await start();
    const { status } = await dryRun(
      {
        ...readTemplate('upgrade-commons'),
        spec: { type: 'x', owner: 'x', parameters: [], ...parse(example) },
      },
      {},
    );
    expect([status, asked.length]).toEqual([200, 1]);
  });
});
