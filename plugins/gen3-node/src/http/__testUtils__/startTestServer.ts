import { EventEmitter, once } from 'node:events';
import { IncomingMessage, RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { AddressInfo, createServer as createTcpServer, Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { TestCertificate } from './createTestAuthority';

/** A server on 127.0.0.1 and what it has seen. */
export interface TestServer {
  port: number;
  /** Requests in order; `servername` is the name of the TLS handshake. */
  requests: Array<{
    url: string;
    headers: IncomingMessage['headers'];
    servername: unknown;
  }>;
  /** Connections that were opened. */
  connections(): number;
  /** Resolves when so many requests have come. */
  received(count: number): Promise<void>;
  /** Resolves when no connection is open. */
  deserted(): Promise<void>;
  stop(): Promise<void>;
}

const portOf = (address: AddressInfo | string | null): number =>
  address && typeof address === 'object' ? address.port : 0;

/** Starts an HTTPS server that answers with `listener`. */
export async function startTestServer(
  certificate: TestCertificate,
  listener: RequestListener,
): Promise<TestServer> {
  const requests: TestServer['requests'] = [];
  const sockets = new Set<Duplex>();
  const changes = new EventEmitter();
  let connections = 0;
  const until = async (isSo: () => boolean) => {
    while (!isSo()) {
      await once(changes, 'change'); // eslint-disable-line no-await-in-loop
    }
  };
  const server = createServer(certificate, (request, response) => {
    const { url = '', headers, socket } = request;
    const servername = socket instanceof TLSSocket && socket.servername;
    requests.push({ url, headers, servername });
    changes.emit('change');
    listener(request, response);
  });
  server.on('connection', socket => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      changes.emit('change');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server.address()),
    requests,
    connections: () => connections,
    received: count => until(() => requests.length >= count),
    deserted: () => until(() => sockets.size === 0),
    async stop() {
      server.closeAllConnections();
      sockets.forEach(socket => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}

/** Starts a TCP server that does `listener` with every connection: no TLS. */
export async function startTcpServer(
  listener: (socket: Socket) => void,
): Promise<{ port: number; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createTcpServer(socket => {
    sockets.add(socket);
    // Clients hang up as they like.
    socket.on('error', () => {});
    listener(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server.address()),
    async stop() {
      sockets.forEach(socket => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}
