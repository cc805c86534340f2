import { SimulatedCommons } from './SimulatorControl';

/** How often each commons is asked; the default. */
export const INTERVAL_MS = 60_000;

/**
 * Services that each commons declares; its cluster runs 15. Each declared one is asked over HTTPS and is an entity, too, and
 * what those cost is measured elsewhere.
 */
const DECLARED = ['fence', 'indexd', 'revproxy'];

/** Commons of the simulator in one `static` source, and their clusters as Backstage's kubernetes plugin is told of them. */
export function insideConfig(options: {
  database: object;
  commons: readonly SimulatedCommons[];
  simulator: { port: number; kubernetesPort: number; caFile: string };
}) {
  const { database, commons } = options;
  const { port, kubernetesPort, caFile } = options.simulator;
  const clusters = [...new Set(commons.map(({ cluster }) => cluster))];
  return {
    backend: { database },
    // The search index is built an hour later than usual: reading the whole catalog for it is not what is measured.
    search: {
      collators: { catalog: { schedule: { initialDelay: { hours: 1 } } } },
    },
    kubernetes: {
      serviceLocatorMethod: { type: 'singleTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: clusters.map(name => ({
            name,
            url: `https://127.0.0.1:${kubernetesPort}/clusters/${name}`,
            authProvider: 'serviceAccount',
            serviceAccountToken: 'simulator-reader',
            caFile,
            skipMetricsLookup: true,
          })),
        },
      ],
    },
    gen3: {
      http: {
        allowPrivateAddresses: ['127.0.0.0/8'],
        caFile,
        connectTo: [{ host: '*.example', address: '127.0.0.1', port }],
      },
      health: { intervalMs: INTERVAL_MS },
    },
    catalog: {
      providers: {
        gen3: {
          clusters: {
            type: 'static',
            schedule: {
              frequency: { minutes: 30 },
              // Until then the portal is idle: what it needs more is what is measured.
              initialDelay: { seconds: 60 },
              timeout: { minutes: 10 },
            },
            commons: commons.map(({ hostname, cluster, namespace }) => ({
              hostname,
              services: DECLARED,
              cluster,
              namespace,
            })),
          },
        },
      },
    },
  };
}
