import { z } from 'zod';
import { PlacedFault } from '../faults/types';
import {
  commonsResponseSchema,
  controlErrorSchema,
  faultsResponseSchema,
  requestsResponseSchema,
} from './types';

/** What a {@link ControlClient} needs. */
export interface ControlClientOptions {
  /** Base URL of the control API. */
  url: string;
  /** @defaultValue the global fetch */
  fetch?: typeof fetch;
}

/** Talks to a running simulator. Every method throws an Error whose message is one line for the person who asked. */
export class ControlClient {
  readonly #url: string;
  readonly #fetch: typeof fetch;

  private constructor(options: ControlClientOptions) {
    this.#url = options.url.replace(/\/$/, '');
    this.#fetch = options.fetch ?? fetch;
  }

  static create(options: ControlClientOptions): ControlClient {
    return new ControlClient(options);
  }

  async listCommons(signal?: AbortSignal) {
    return this.#ask('GET', '/commons', commonsResponseSchema, { signal });
  }

  async listFaults(signal?: AbortSignal) {
    return this.#ask('GET', '/faults', faultsResponseSchema, { signal });
  }

  async setFault(body: PlacedFault, signal?: AbortSignal) {
    return this.#ask('PUT', '/faults', faultsResponseSchema, { body, signal });
  }

  /** Clears one service, one commons (service left out) or everything. */
  async clearFaults(
    query: { hostname?: string; service?: string },
    signal?: AbortSignal,
  ) {
    return this.#ask('DELETE', '/faults', faultsResponseSchema, {
      query,
      signal,
    });
  }

  async listRequests(query: { hostname?: string }, signal?: AbortSignal) {
    return this.#ask('GET', '/requests', requestsResponseSchema, {
      query,
      signal,
    });
  }

  /** Reads the fleet again where it comes from. */
  async reload(signal?: AbortSignal) {
    const schema = z.object({ commons: z.number() });
    return this.#ask('POST', '/reload', schema, { signal });
  }

  async #ask<T>(
    method: string,
    path: string,
    schema: z.ZodType<T>,
    options: {
      query?: Record<string, string | undefined>;
      body?: object;
      signal?: AbortSignal;
    },
  ): Promise<T> {
    const url = new URL(`${this.#url}${path}`);
    for (const [key, value] of Object.entries(options.query ?? {})) {
      if (value !== undefined) {
        url.searchParams.set(key, value);
      }
    }
    const response = await this.#send(url, method, options);
    const body: unknown = await response.json();
    if (!response.ok) {
      const failure = controlErrorSchema.safeParse(body);
      throw new Error(
        failure.success
          ? failure.data.error
          : `${method} ${url.href} answered ${response.status}`,
      );
    }
    return schema.parse(body);
  }

  async #send(
    url: URL,
    method: string,
    options: { body?: object; signal?: AbortSignal },
  ): Promise<Response> {
    const { body, signal } = options;
    try {
      return await this.#fetch(url, {
        method,
        signal,
        ...(body
          ? {
              body: JSON.stringify(body),
              headers: { 'Content-Type': 'application/json' },
            }
          : {}),
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw new Error(
        `No simulator answers at ${
          this.#url
        }; start the demo with "make start", or name its port with --control-port`,
        { cause: error },
      );
    }
  }
}
