import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  type ChangeDetails,
  changeDetailsSchema,
  type DryRunChange,
  dryRunChangeSchema,
  type PreflightResponse,
  preflightResponseSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';

/** As much of `fetch` as is needed. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Whose request it is, and how long somebody waits. */
export interface RequestOptions {
  credentials: BackstageCredentials;
  signal?: AbortSignal;
}

/** What the client needs. */
export interface Gen3ChangesClientOptions {
  discovery: DiscoveryService;
  auth: AuthService;
  /** @defaultValue the global one */
  fetch?: Fetch;
}

/** What is to be changed, as `POST /changes` takes it. */
export type ChangeBody = JsonObject & {
  kind: string;
  accept: { id: string; where?: string; reason: string }[];
};

const PLUGIN_ID = 'gen3';

/**
 * Asks the gen3 backend on behalf of the person who runs a template: rules and permissions are decided there, for the wizard, for REST
 * and for templates alike.
 */
export class Gen3ChangesClient {
  readonly #options: Gen3ChangesClientOptions;

  private constructor(options: Gen3ChangesClientOptions) {
    this.#options = options;
  }

  static create(options: Gen3ChangesClientOptions): Gen3ChangesClient {
    return new Gen3ChangesClient(options);
  }

  /** @throws InputError for answers of a wrong shape; NotAllowedError without the permission to propose. */
  async preflight(
    answers: JsonObject,
    options: RequestOptions,
  ): Promise<PreflightResponse> {
    return preflightResponseSchema.parse(
      await this.#post('preflight', { answers }, options),
    );
  }

  /** @throws InputError when preflight objects; ConflictError when the commons has a change already, nothing would change, or the repository refuses. */
  async propose(
    change: ChangeBody & { idempotencyKey: string },
    options: RequestOptions,
  ): Promise<ChangeDetails> {
    return changeDetailsSchema.parse(
      await this.#post('changes', change, options),
    );
  }

  /** What {@link propose} would do, or has done with the same key. @throws as it does, but for what the repository objects to. */
  async dryRun(
    change: ChangeBody & { idempotencyKey?: string },
    options: RequestOptions,
  ): Promise<DryRunChange> {
    return dryRunChangeSchema.parse(
      await this.#post('changes/dry-run', change, options),
    );
  }

  /** A change with what opens its pull request, or without it when it is open. @throws NotAllowedError for anybody but its author; ConflictError when it waits for others, is merged, has ended, or others have changed its files. */
  async open(id: string, options: RequestOptions): Promise<ChangeDetails> {
    return changeDetailsSchema.parse(
      await this.#post(`changes/${encodeURIComponent(id)}/open`, {}, options),
    );
  }

  /** Says where the pull request of a change is. @throws ConflictError when the change has another one, or has ended. */
  async opened(
    id: string,
    page: { url: string },
    options: RequestOptions,
  ): Promise<ChangeDetails> {
    return changeDetailsSchema.parse(
      await this.#post(
        `changes/${encodeURIComponent(id)}/opened`,
        page,
        options,
      ),
    );
  }

  /** Gives a change up. @throws ConflictError when it has ended, or is merged. */
  async close(
    id: string,
    why: { reason: string },
    options: RequestOptions,
  ): Promise<ChangeDetails> {
    return changeDetailsSchema.parse(
      await this.#post(`changes/${encodeURIComponent(id)}/close`, why, options),
    );
  }

  async #post(
    path: string,
    body: object,
    { credentials, signal }: RequestOptions,
  ): Promise<unknown> {
    const { discovery, auth, fetch = globalThis.fetch } = this.#options;
    const baseUrl = await discovery.getBaseUrl(PLUGIN_ID);
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: PLUGIN_ID,
    });
    const response = await fetch(`${baseUrl}/${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
      signal,
    });
    if (response.ok) return response.json();
    throw toActionError(response.status, await messageOf(response));
  }
}

const errorBodySchema = z.object({ error: z.object({ message: z.string() }) });

async function messageOf(response: Response): Promise<string> {
  const text = await response.text();
  const body = response.headers.get('content-type')?.includes('json')
    ? errorBodySchema.safeParse(JSON.parse(text))
    : undefined;
  return body?.success
    ? body.data.error.message
    : `The gen3 backend answers ${response.status}`;
}

/** By name, so that a template fails with the reason and not with "Request failed with status 400". */
function toActionError(status: number, message: string): Error {
  switch (status) {
    case 400:
      return new InputError(message);
    case 401:
    case 403:
      return new NotAllowedError(message);
    case 409:
      return new ConflictError(message);
    default:
      return new Error(message);
  }
}
