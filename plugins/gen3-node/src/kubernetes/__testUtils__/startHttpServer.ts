import { once } from 'node:events';
import { createServer, RequestListener } from 'node:http';

/** Starts an HTTP server on 127.0.0.1 that answers with `listener`. */
export async function startHttpServer(listener: RequestListener): Promise<{
  /** `http://127.0.0.1:<port>` */
  url: string;
  /** Resolves when a request's connection was closed before it was answered. */
  abandoned: Promise<unknown>;
  stop(): Promise<void>;
}> {
  let abandon = () => {};
  const abandoned = new Promise<void>(resolve => {
    abandon = resolve;
  });
  const server = createServer((request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) {
        abandon();
      }
    });
    listener(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    abandoned,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
