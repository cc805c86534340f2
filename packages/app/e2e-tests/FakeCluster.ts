import { once } from 'node:events';
import { createServer, Server } from 'node:http';

/** Where the fake cluster has its one Deployment, as the demo's GitOps tree deploys it. */
const DEPLOYMENTS = '/apis/apps/v1/namespaces/heart-helm/deployments';

/** Name of the Deployment that a {@link FakeCluster} has. */
export const DEPLOYMENT = 'fence-deployment';

const labels = { app: 'fence' };
const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: DEPLOYMENT, namespace: 'heart-helm', labels },
  spec: {
    replicas: 1,
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [] } },
  },
  status: { replicas: 1, readyReplicas: 1 },
};

/** A Kubernetes API with a single Deployment of fence: enough for Backstage's kubernetes plugin to show something. */
export class FakeCluster {
  readonly url: string;
  readonly #server: Server;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.url = `http://127.0.0.1:${port}`;
  }

  static async start(): Promise<FakeCluster> {
    const server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
      const isOurs =
        pathname === DEPLOYMENTS &&
        /\bfence\b/.test(searchParams.get('labelSelector') ?? '');
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          apiVersion: 'v1',
          kind: 'List',
          items: isOurs ? [deployment] : [],
        }),
      );
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = address && typeof address === 'object' ? address.port : 0;
    return new FakeCluster(server, port);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(done => this.#server.close(done));
  }
}
