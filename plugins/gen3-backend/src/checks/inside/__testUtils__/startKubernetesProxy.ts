import type { Simulator } from 'fleet-simulator';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { request } from 'node:https';

/** Stands in for Backstage's kubernetes plugin. */
export interface KubernetesProxy {
  baseUrl: string;
  stop(): Promise<void>;
}

/** Passes lists on to the clusters of a simulator, as Backstage's kubernetes plugin does, with the token of their config. */
export async function startKubernetesProxy(options: {
  simulator: Simulator;
  token: string;
}): Promise<KubernetesProxy> {
  const { simulator, token } = options;
  const server = createServer((incoming, response) => {
    const cluster = `${incoming.headers['backstage-kubernetes-cluster']}`;
    const path = `${incoming.url}`.replace(/^\/proxy/, '');
    request(
      `${simulator.kubernetesUrl(cluster)}${path}`,
      { ca: simulator.caPem, headers: { authorization: `Bearer ${token}` } },
      answer => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    )
      .on('error', error => response.destroy(error))
      .end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
