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

/** The first that wants the port of one before it, and that one. */
function findClash(wanted: WantedPort[]): [WantedPort, WantedPort] | undefined {
  for (const [index, one] of wanted.entries()) {
    const other = wanted.slice(0, index).find(({ port }) => port === one.port);
    if (other) {
      return [other, one];
    }
  }
  return undefined;
}

/**
 * Makes sure that all ports are free, and that no two are the same.
 *
 * @throws Error with one line that names the first bad port and how to change it.
 */
export async function requireFreePorts(wanted: WantedPort[]): Promise<void> {
  const clash = findClash(wanted);
  if (clash) {
    const [one, other] = clash;
    throw new Error(
      `Port ${one.port} is wanted twice, for ${one.purpose} and ${other.purpose}: run make start ${other.change}`,
    );
  }
  for (const one of wanted) {
    // One after the other: the first taken one is what people need to know.
    if (!(await isFree(one))) {
      throw new Error(
        `Port ${one.port} (${one.purpose}) is taken by another program: stop it, or run make start ${one.change}`,
      );
    }
  }
}
