import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import { parentPort, workerData } from 'node:worker_threads';

/** Runs in a worker: a backend with Backstage's kubernetes plugin, which tells the port that it listens on. */
async function start() {
  const { server } = await startTestBackend({
    features: [
      kubernetesPlugin,
      mockServices.rootConfig.factory({ data: workerData }),
      mockServices.rootLogger.factory({ level: 'none' }),
    ],
  });
  parentPort?.postMessage(server.port());
}

start().catch(error => {
  // The worker ends with it, and the test with the worker.
  throw error;
});
