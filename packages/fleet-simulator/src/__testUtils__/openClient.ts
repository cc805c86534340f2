import { Agent, Dispatcher, request } from 'undici';
import { Simulator } from '../server/startSimulator';

/** What came back. */
export interface ClientAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A client that trusts the simulator's CA and finds every host at it. */
export interface Client {
  get(
    url: string,
    options?: {
      method?: Dispatcher.HttpMethod;
      headers?: Record<string, string>;
      signal?: AbortSignal;
    },
  ): Promise<ClientAnswer>;
  close(): Promise<void>;
}

/** Opens a client; `url` in its `get` is hostname and path: `heart.example/_status`. */
export function openClient(
  simulator: Pick<Simulator, 'caPem' | 'httpsPort'>,
  options: { servername?: string } = {},
): Client {
  const agent = new Agent({
    connect: {
      ca: simulator.caPem,
      ...options,
      lookup: (_hostname, _options, found) =>
        found(null, [{ address: '127.0.0.1', family: 4 }]),
    },
  });
  return {
    get: async (url, { method = 'GET', headers, signal } = {}) => {
      const slash = url.indexOf('/');
      const response = await request(
        `https://${url.slice(0, slash)}:${simulator.httpsPort}${url.slice(
          slash,
        )}`,
        { dispatcher: agent, method, headers, signal },
      );
      return {
        status: response.statusCode,
        headers: response.headers,
        body: await response.body.text(),
      };
    },
    close: () => agent.destroy(),
  };
}
