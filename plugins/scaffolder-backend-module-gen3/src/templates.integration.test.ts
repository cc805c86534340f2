import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import type { JsonObject } from '@backstage/types';
import type { PreflightFinding } from '@gen3-csoc/backstage-plugin-gen3-common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { parse } from 'yaml';
import scaffolderModuleGen3 from '.';
import { createFakeGen3Plugin } from './__testUtils__/createFakeGen3Plugin';
import { preflightExamples } from './actions/createPreflightAction.examples';
import { proposeLaunchExamples } from './actions/createLaunchAction.examples';

// The scaffolder backend takes a while to start.
jest.setTimeout(120_000);

const TEMPLATES = join(__dirname, '..', '..', '..', 'templates');

const template: JsonObject = parse(
  readFileSync(join(TEMPLATES, 'launch-commons', 'template.yaml'), 'utf8'),
);

const answers = {
  mode: 'new',
  hostname: 'dev.brain.example.org',
  owner: 'group:default/csoc',
  source: 'demo-gitops',
  cluster: 'organnonprod',
};

const accept = [{ id: 'database-in-namespace', reason: 'A playground' }];

const taken: PreflightFinding = {
  id: 'hostname-taken',
  severity: 'error',
  where: { field: 'hostname' },
  what: '"dev.brain.example.org" is taken',
  why: 'Two commons cannot have one name.',
  fix: 'Choose another hostname',
};

describe('templates', () => {
  let stop: () => Promise<void>;

  afterEach(() => stop());

  async function start(options?: Parameters<typeof createFakeGen3Plugin>[0]) {
    const { plugin, asked } = createFakeGen3Plugin(options);
    const backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        scaffolderModuleGen3,
        plugin,
        catalogServiceMock.factory({ entities: [] }),
      ],
    });
    stop = () => backend.stop();
    const dryRun = (given: JsonObject, values: JsonObject) =>
      request(backend.server)
        .post('/api/scaffolder/v2/dry-run')
        .set(
          'Authorization',
          mockCredentials.user.header('user:default/alma-reyes'),
        )
        .send({ template: given, values, directoryContents: [] });
    return { asked, dryRun, server: backend.server };
  }

  it('launch-commons judges and would propose, and a dry run proposes nothing', async () => {
    const { asked, dryRun } = await start();
    const { status, body } = await dryRun(template, { ...answers, accept });
    expect([status, body.error]).toEqual([200, undefined]);
    expect(asked).toEqual([
      {
        path: '/preflight',
        body: { answers },
        user: 'user:default/alma-reyes',
      },
      {
        path: '/changes/dry-run',
        body: { kind: 'launch', answers, accept },
        user: 'user:default/alma-reyes',
      },
    ]);
    expect(body.output.links).toEqual([
      { title: 'Follow the change', url: '/changes' },
    ]);
  });

  it('launch-commons judges the choice of services as answers of their own', async () => {
    const { asked, dryRun } = await start();
    const chosen = { bundles: ['core'], services: ['sower'] };
    const { status } = await dryRun(template, {
      ...answers,
      serviceChoice: chosen,
      accept,
    });
    expect(status).toBe(200);
    expect(asked[0]?.body).toEqual({ answers: { ...answers, ...chosen } });
  });

  it('launch-commons fails with what preflight says', async () => {
    const { dryRun } = await start({ findings: [taken] });
    const { status, body } = await dryRun(template, {
      ...answers,
      accept: [],
    });
    const said = JSON.stringify(body);
    expect(status).not.toBe(200);
    expect(said).toContain('is taken');
    expect(said).toContain('hostname-taken');
  });

  it.each(
    [...preflightExamples, ...proposeLaunchExamples].map(
      ({ description, example }) => [description, example] as const,
    ),
  )('runs the example "%s"', async (_, example) => {
    const { dryRun, asked } = await start();
    const { status } = await dryRun(
      {
        ...template,
        spec: { type: 'x', owner: 'x', parameters: [], ...parse(example) },
      },
      { ...answers, accept },
    );
    expect([status, asked.length]).toEqual([200, 1]);
  });
});
