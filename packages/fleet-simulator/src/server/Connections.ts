import { Server, Socket } from 'node:net';

/**
 * The TCP connections of a TLS server. Only they can be reset: a TLS socket can merely be closed, which a client takes for
 * an orderly end.
 */
export class Connections {
  readonly #byPeer = new Map<string, Socket>();

  private constructor() {}

  /** Keeps track of the connections of `server` from now on. */
  static of(server: Server): Connections {
    const connections = new Connections();
    server.on('connection', (socket: Socket) => {
      const peer = peerOf(socket);
      connections.#byPeer.set(peer, socket);
      socket.once('close', () => connections.#byPeer.delete(peer));
    });
    return connections;
  }

  /** Cuts all connections, also those that have not come to a request yet. */
  destroyAll(): void {
    this.#byPeer.forEach(socket => socket.destroy());
  }

  /** Resets the connection under `socket`. */
  reset(socket: Socket): void {
    this.#byPeer.get(peerOf(socket))?.resetAndDestroy();
    socket.destroy();
  }
}

function peerOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}
