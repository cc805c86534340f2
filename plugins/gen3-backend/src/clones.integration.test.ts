import {
  preflightResponseSchema,
  renderedPreviewSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  createBareRepository,
  type TestRepository,
} from './__testUtils__/createBareRepository';
import { startGen3Backend } from './__testUtils__/startGen3Backend';

// These tests start git, helm and a whole plugin.
jest.setTimeout(120_000);

const HEART = 'heart.example.org';
const VALUES = `organprod/${HEART}/values.yaml`;
const APP = `organprod/${HEART}/app.yaml`;

const application = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: gen3-heart
  namespace: argocd
spec:
  sources:
    - path: helm/gen3
      repoURL: https://github.com/uc-cdis/gen3-helm
      targetRevision: master
      helm:
        valueFiles:
          - $values/${VALUES}
    - repoURL: https://git.example/csoc/gitops.git
      targetRevision: main
      ref: values
  destination:
    server: https://kubernetes.default.svc
    namespace: heart
`;

const values = `global:
  hostname: ${HEART}
  environment: organprod
  dev: false
  tierAccessLevel: regular
  postgres:
    master: { host: heart-db.example.org, password: hush }
guppy:
  enabled: true
fence:
  USER_API: https://${HEART}/user
  FENCE_CONFIG:
    ENCRYPTION_KEY: hush-hush-hush-hush
  externalSecrets:
    fenceConfig: heart-example-org-fence-config
  usersync:
    userYamlS3Path: s3://users/heart/user.yaml
`;

const answers = {
  mode: 'clone',
  cloneOf: HEART,
  hostname: 'lung.example.org',
  owner: 'group:default/lung-team',
  source: 'demo',
  cluster: 'organprod',
  layout: 'plain',
  databaseSecret: 'lung-master',
};

const rendered = z.record(z.string(), z.unknown());

describe('clones', () => {
  let repository: TestRepository;
  let stop: () => Promise<void>;

  beforeEach(() => {
    repository = createBareRepository();
    repository.commit({ [APP]: application, [VALUES]: values });
  });

  afterEach(async () => {
    await stop();
    repository.remove();
  });

  async function start() {
    const backend = await startGen3Backend({
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'System',
          metadata: {
            name: HEART,
            namespace: 'default',
            annotations: {
              'gen3.org/hostname': HEART,
              'gen3.org/probing': 'off',
              'gen3.org/source': 'demo',
              'gen3.org/environment': 'organprod',
              'gen3.org/gitops-path': APP,
            },
          },
          spec: {
            type: 'gen3-commons',
            owner: 'group:default/heart-team',
            lifecycle: 'production',
          },
        },
      ],
      config: {
        gen3: {
          changes: {
            chart: {
              repoUrl: join(__dirname, '__fixtures__/charts'),
              path: 'gen3',
              revision: 'main',
            },
          },
        },
        catalog: {
          providers: {
            gen3: { demo: { type: 'gitops', url: repository.url } },
          },
        },
      },
    });
    stop = backend.stop;
    return (path: string, body: object) =>
      backend.call('user:default/mock', 'post', path, body);
  }

  it('begin with what git holds of a commons, under their own names, and take over no secret', async () => {
    const call = await start();
    const { body } = await call('/preflight', {
      // What a caller says of the other commons does not count.
      answers: { ...answers, cloned: { values: { evil: 1 }, leftOut: [] } },
    });
    const { findings, summary } = preflightResponseSchema.parse(body);
    const ofClone = findings.filter(({ id }) => id === 'clone-of');
    expect(ofClone).toMatchObject([
      {
        severity: 'warning',
        what: expect.stringContaining('fence.FENCE_CONFIG.ENCRYPTION_KEY'),
      },
      {
        severity: 'warning',
        what: expect.stringContaining('fence.usersync.userYamlS3Path'),
      },
      {
        severity: 'info',
        what: expect.stringContaining(
          '"helm/gen3" master of https://github.com/uc-cdis/gen3-helm; the clone gets "gen3" main of ',
        ),
      },
    ]);
    expect(findings.map(({ id }) => id)).not.toContain('secrets-inline');
    expect(summary?.services.map(({ name }) => name)).toContain('guppy');
    expect(summary?.database).toBe('managed');

    const answer = await call('/preview', { answers });
    expect([answer.status, answer.body.error]).toEqual([200, undefined]);
    const { files } = renderedPreviewSchema.parse(answer.body);
    const file = files.find(({ path }) => path.endsWith('values.yaml'));
    const written = rendered.parse(parse(file?.after ?? ''));
    expect(written).toMatchObject({
      global: {
        hostname: 'lung.example.org',
        tierAccessLevel: 'regular',
        postgres: { externalSecret: 'lung-master' },
      },
      guppy: { enabled: true },
      fence: {
        USER_API: 'https://lung.example.org/user',
        externalSecrets: {
          fenceConfig: 'organprod-lung-example-org-fence-config',
        },
      },
    });
    expect(file?.after).not.toContain('hush');
    expect(file?.after).not.toContain('heart-db');
    expect(file?.after).not.toContain('evil');
  });

  it('are refused with a reason where there is no such commons', async () => {
    const call = await start();
    const { status, body } = await call('/preflight', {
      answers: { ...answers, cloneOf: 'liver.example.org' },
    });
    expect(status).toBe(200);
    const { findings } = preflightResponseSchema.parse(body);
    expect(findings.find(({ id }) => id === 'clone-of')).toMatchObject({
      severity: 'error',
      what: '"liver.example.org" cannot be cloned: There is no commons "liver.example.org" in the fleet',
    });
    const proposed = await call('/changes', {
      kind: 'launch',
      answers: { ...answers, cloneOf: 'liver.example.org' },
    });
    expect(proposed.status).toBe(400);
  });
});
