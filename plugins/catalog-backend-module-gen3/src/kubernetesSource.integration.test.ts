import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogBackend from '@backstage/plugin-catalog-backend';
import {
  SourceStatus,
  sourcesResponseSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { Request, Response } from 'express';
import Router from 'express-promise-router';
import { setTimeout as wait } from 'node:timers/promises';
import request from 'supertest';
import catalogModuleGen3 from './index';
import {
  applicationOf,
  deploymentOf,
  manifestOf,
  namespaceOf,
} from './sources/kubernetes/__testUtils__/kubernetesObjects';

jest.setTimeout(60_000);

/** What the clusters do besides answering. */
interface Trouble {
  unreachable?: string;
  /** Plural of a kind. */
  forbidden?: string;
}

const LISTS: Record<string, Record<string, object[]>> = {
  'east-1': {
    namespaces: [namespaceOf('heart'), namespaceOf('lung')],
    configmaps: [
      manifestOf('heart', { hostname: 'heart.example.org' }),
      manifestOf('lung', { hostname: 'lung.example.org' }),
    ],
    deployments: [
      deploymentOf('heart', 'fence-deployment', 'quay.io/cdis/fence:2026.08'),
      deploymentOf('lung', 'fence-deployment', 'quay.io/cdis/fence:2026.08'),
    ],
    statefulsets: [],
    applications: [applicationOf('gen3-heart')],
  },
  'west-1': {
    namespaces: [],
    configmaps: [],
    deployments: [],
    statefulsets: [],
  },
};

/** Answers as API servers do through the proxy of Backstage's kubernetes plugin. */
function answer(req: Request, res: Response, trouble: Trouble) {
  const cluster = req.header('Backstage-Kubernetes-Cluster') ?? '';
  const kind = req.path.slice(req.path.lastIndexOf('/') + 1);
  const items = LISTS[cluster]?.[kind];
  if (cluster === trouble.unreachable) {
    req.socket.destroy();
  } else if (kind === trouble.forbidden) {
    const message = `${kind} is forbidden`;
    res.status(403).json({ kind: 'Status', code: 403, message });
  } else if (items) {
    res.json({ kind: 'List', apiVersion: 'v1', metadata: {}, items });
  } else {
    res.status(404).type('text').send('404 page not found');
  }
}

const createKubernetesPlugin = (trouble: Trouble) =>
  createBackendPlugin({
    pluginId: 'kubernetes',
    register(env) {
      env.registerInit({
        deps: { http: coreServices.httpRouter },
        async init({ http }) {
          const router = Router();
          router.use('/proxy', (req, res) => answer(req, res, trouble));
          http.use(router);
        },
      });
    },
  });

async function startPortal() {
  const trouble: Trouble = {};
  const { server } = await startTestBackend({
    features: [
      catalogBackend,
      catalogModuleGen3,
      createKubernetesPlugin(trouble),
      mockServices.rootConfig.factory({
        data: {
          kubernetes: {
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: [{ name: 'east-1' }, { name: 'west-1' }],
              },
            ],
          },
          catalog: {
            providers: {
              gen3: {
                list: {
                  type: 'static',
                  clusters: { east: 'east-1' },
                  commons: [
                    {
                      hostname: 'heart.example.org',
                      cluster: 'east',
                      services: ['fence:2026.07'],
                    },
                  ],
                },
                live: { type: 'kubernetes' },
              },
            },
          },
        },
      }),
    ],
  });
  const refresh = (id: string) =>
    request(server).post(`/api/catalog/gen3/sources/${id}/refresh`).expect(202);
  /** What the source of clusters says, once that is what the test waits for. */
  const waitForSource = async (isReady: (status: SourceStatus) => boolean) => {
    for (;;) {
      // Readings are shared for some seconds, so what has changed may not show at once.
      await refresh('live');
      const { body } = await request(server).get('/api/catalog/gen3/sources');
      const live = sourcesResponseSchema
        .parse(body)
        .items.find(({ id }) => id === 'live');
      if (live && isReady(live)) return live;
      // Runs happen in the background; jest's timeout ends this.
      await wait(100);
    }
  };
  const waitForEntity = async (
    name: string,
    isReady: (entity: Entity) => boolean = () => true,
  ): Promise<Entity> => {
    for (;;) {
      const { status, body } = await request(server).get(
        `/api/catalog/entities/by-name/${name}`,
      );
      if (status === 200 && isReady(body)) return body;
      // The catalog processes in the background; jest's timeout ends this.
      await wait(100);
    }
  };
  await refresh('list');
  await refresh('live');
  return { trouble, waitForSource, waitForEntity };
}

it('registers what only a cluster knows, completes what is declared, and loses nothing', async () => {
  const { trouble, waitForSource, waitForEntity } = await startPortal();

  const heart = await waitForEntity(
    'system/default/heart.example.org',
    ({ metadata }) =>
      metadata.annotations?.['backstage.io/kubernetes-namespace'] === 'heart',
  );
  expect(heart.metadata.annotations).toMatchObject({
    'gen3.org/source': 'list',
    'backstage.io/kubernetes-cluster': 'east-1',
    'gen3.org/argocd-app': 'argocd/gen3-heart',
    'gen3.org/release': '2026.07',
  });
  const lung = 'component/default/lung.example.org-fence';
  expect((await waitForEntity(lung)).metadata.annotations).toMatchObject({
    'gen3.org/source': 'live',
    'gen3.org/image-tag': '2026.08',
  });
  expect(await waitForSource(({ state }) => state === 'ok')).toMatchObject({
    type: 'kubernetes',
    target: 'east-1, west-1',
    counts: { commons: 2, quarantined: 0 },
    findings: [
      {
        member: 'east-1#lung',
        code: 'services-not-declared',
        severity: 'info',
      },
    ],
  });

  trouble.unreachable = 'east-1';
  // Readings of one cluster end one after the other, and what they tell goes with them.
  const isOf = (namespace: string) => (each: { member: string }) =>
    each.member === `east-1#${namespace}`;
  const silent = await waitForSource(({ quarantined }) =>
    ['heart', 'lung'].every(namespace => quarantined.some(isOf(namespace))),
  );
  expect(silent.state).toBe('ok');
  for (const namespace of ['heart', 'lung']) {
    expect(silent.quarantined.find(isOf(namespace))).toMatchObject({
      served: true,
      finding: {
        message: expect.stringMatching(/^Cluster "east-1" could not be read: /),
      },
    });
  }

  trouble.unreachable = undefined;
  trouble.forbidden = 'configmaps';
  const forbidden = await waitForSource(({ quarantined }) =>
    quarantined.some(({ finding }) =>
      finding.message.includes('configmaps: answers 403'),
    ),
  );
  expect(forbidden.counts.commons).toBe(2);
  await waitForEntity(lung);

  trouble.forbidden = undefined;
  await waitForSource(({ counts }) => counts.quarantined === 0);
});
