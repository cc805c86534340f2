import { JsonObject } from '@backstage/types';
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * Starts a backend with Backstage's real kubernetes plugin. It runs in a worker, because the plugin imports ECMAScript modules when
 * it needs them, which Jest cannot without a flag for all tests.
 */
export async function startKubernetesBackend(config: JsonObject): Promise<{
  /** Where the plugin is: `http://localhost:<port>/api/kubernetes`. */
  baseUrl: string;
  stop(): Promise<unknown>;
}> {
  const worker = new Worker(join(__dirname, 'kubernetesBackend.ts'), {
    execArgv: [
      '--no-deprecation',
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
    ],
    workerData: config,
  });
  // Rejects when the worker fails instead.
  const [port] = await once(worker, 'message');
  return {
    baseUrl: `http://localhost:${port}/api/kubernetes`,
    stop: () => worker.terminate(),
  };
}
