import { once } from 'node:events';
import { Server } from 'node:net';
import { z } from 'zod';

const taken = z.looseObject({ code: z.literal('EADDRINUSE') });

/**
 * Starts to listen. Returns the port, which is a free one for port 0.
 *
 * @throws Error that names the port when it is taken.
 */
export async function listen(
  server: Server,
  options: { port: number; address: string; purpose: string },
): Promise<number> {
  const { port, address, purpose } = options;
  server.listen(port, address);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw taken.safeParse(error).success
      ? new Error(
          `Port ${port} for the ${purpose} is taken; stop what listens there or choose another port`,
          { cause: error },
        )
      : error;
  }
  const bound = server.address();
  if (typeof bound !== 'object' || !bound) {
    throw new Error(`The ${purpose} does not listen on a port: ${bound}`);
  }
  return bound.port;
}
