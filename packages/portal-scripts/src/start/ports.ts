import { createServer } from 'node:net';

/** A port that the portal wants to listen on. */
export interface WantedPort {
  port: number;
  /** Address to listen on. */
  host: string;
  /** What listens there, for people. */
  purpose: string;
  /** How to choose another, e.g. `PORT=7008`. */
  change: string;
}

/** Whether nobody listens on the port yet. */
function isFree({ port, host }: WantedPort): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        resolve(false);
      } else {
        reject(error);
      }
    });
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

/**
 * Makes sure that all ports are free.
 *
 * @throws Error with one line that names the first taken port and how to change it.
 */
export async function requireFreePorts(wanted: WantedPort[]): Promise<void> {
  for (const one of wanted) {
    // One after the other: two of them could be the same port, and the first taken one is what people need to know.
    if (!(await isFree(one))) {
      throw new Error(
        `Port ${one.port} (${one.purpose}) is taken by another program: stop it, or run make start ${one.change}`,
      );
    }
  }
}
