import { z } from 'zod';

const commonsSchema = z.looseObject({
  commons: z.array(
    z.looseObject({
      hostname: z.string(),
      cluster: z.string(),
      namespace: z.string(),
    }),
  ),
});

const requestsSchema = z.looseObject({
  requests: z.array(z.looseObject({ at: z.string(), hostname: z.string() })),
});

/** A commons as the simulator made it up. */
export type SimulatedCommons = z.infer<typeof commonsSchema>['commons'][number];

/** The control API of a running simulator. */
export class SimulatorControl {
  readonly #url: string;
  readonly #signal: AbortSignal;

  private constructor(url: string, signal: AbortSignal) {
    this.#url = url;
    this.#signal = signal;
  }

  static create(options: {
    url: string;
    signal: AbortSignal;
  }): SimulatorControl {
    return new SimulatorControl(options.url, options.signal);
  }

  async listCommons(): Promise<SimulatedCommons[]> {
    return commonsSchema.parse(await this.#ask('GET', '/commons')).commons;
  }

  /** Takes the requests since the last call out of the log, which forgets the oldest after 10,000. */
  async takeRequests(): Promise<Array<{ hostname: string }>> {
    const { requests } = requestsSchema.parse(
      await this.#ask('GET', '/requests'),
    );
    await this.#ask('DELETE', '/requests');
    return requests;
  }

  /** Has a cluster take requests and never answer. */
  async hang(cluster: string): Promise<void> {
    await this.#ask('PUT', '/faults', {
      hostname: `cluster:${cluster}`,
      fault: { hang: true },
    });
  }

  async #ask(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      signal: this.#signal,
      ...(body && {
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      }),
    });
    if (!response.ok) {
      throw new Error(
        `The simulator answered ${method} ${path} with ${
          response.status
        }: ${await response.text()}`,
      );
    }
    return response.json();
  }
}
