import { isError } from '@backstage/errors';
import { fetch as undiciFetch } from 'undici';
import { z } from 'zod';

/** Enough for 50 commits with their signatures and authors. */
const MAX_BYTES = 4 * 1024 * 1024;

/** As much of an answer as is needed. @public */
export interface GitHostResponse {
  ok: boolean;
  status: number;
  headers: { get(name: string): string | null };
  body: AsyncIterable<Uint8Array> | null;
}

/** As much of `fetch` as is needed. @public */
export type GitHostFetch = (
  url: string,
  init: { headers: Record<string, string>; signal: AbortSignal },
) => Promise<GitHostResponse>;

/** What a host of git answers to a question about its API. @public */
export type GitHostAnswer<T> =
  | { kind: 'answer'; value: T }
  /** There is no such thing, or the token may not know of it. */
  | { kind: 'missing' }
  /** The repository has no commit yet. */
  | { kind: 'empty' };

/** Asks the API of a host of git for JSON. @public */
export type AskGitHost = <T>(options: {
  url: string;
  headers: Record<string, string>;
  schema: z.ZodType<T>;
  signal: AbortSignal;
}) => Promise<GitHostAnswer<T>>;

/** Why a host did not answer; the message is the end of a sentence, without URLs and tokens. @public */
export class GitHostFailure extends Error {
  /** The host does not accept the token, or wants one. */
  readonly isRefusal: boolean;

  private constructor(message: string, isRefusal: boolean) {
    super(message);
    this.name = 'GitHostFailure';
    this.isRefusal = isRefusal;
  }

  static refused(answer: string): GitHostFailure {
    return new GitHostFailure(answer, true);
  }

  static of(message: string): GitHostFailure {
    return new GitHostFailure(message, false);
  }
}

/**
 * Makes the function that asks hosts.
 *
 * It throws {@link GitHostFailure} when there is no answer, and the signal's reason when that aborts.
 *
 * @param fetchHost - undici's by default.
 *
 * @public
 */
export function createAskGitHost(
  fetchHost: GitHostFetch = undiciFetch,
): AskGitHost {
  return async ({ url, headers, schema, signal }) => {
    let response: GitHostResponse;
    let text: string;
    try {
      response = await fetchHost(url, {
        headers: { accept: 'application/json', ...headers },
        signal,
      });
      text = await readText(response);
    } catch (error) {
      signal.throwIfAborted();
      if (isError(error) && error.name === 'GitHostFailure') throw error;
      throw GitHostFailure.of(`does not answer${codeOf(error)}`);
    }
    if (response.ok) {
      return { kind: 'answer', value: parse(schema, text) };
    }
    // 422: what GitHub says of a commit that the repository does not have.
    if (response.status === 404 || response.status === 422) {
      return { kind: 'missing' };
    }
    if (response.status === 409) return { kind: 'empty' };
    throw failureOf(response);
  };
}

/** ` (ECONNREFUSED)`, where the platform says so; its messages name addresses. */
function codeOf(error: unknown): string {
  const cause = isError(error) ? error.cause : undefined;
  return isError(cause) && typeof cause.code === 'string'
    ? ` (${cause.code})`
    : '';
}

function failureOf({ status, headers }: GitHostResponse): GitHostFailure {
  const isLimit =
    status === 429 || headers.get('x-ratelimit-remaining') === '0';
  if (isLimit) {
    return GitHostFailure.of(
      `answers ${status}: it is asked too often; give it a token, or wait until its limit ends`,
    );
  }
  return status === 401 || status === 403
    ? GitHostFailure.refused(String(status))
    : GitHostFailure.of(`answers ${status}`);
}

function parse<T>(schema: z.ZodType<T>, text: string): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // A page to log in with, as a rule. The parser's message quotes it.
    throw GitHostFailure.of('answers a page, not data');
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw GitHostFailure.of('answers something else than a list of commits');
}

async function readText({ body }: GitHostResponse): Promise<string> {
  if (!body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_BYTES) {
      throw GitHostFailure.of('answers more than the portal reads');
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
