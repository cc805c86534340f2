import { CertificateFacts } from './certificateFactsOf';

/** A question to a commons. @public */
export interface Gen3HttpRequest {
  /** Hostname of the commons. */
  hostname: string;
  /** Where the commons answers. @defaultValue `https://<hostname>` */
  baseUrl?: string;
  /** Cancels waiting and asking. */
  signal: AbortSignal;
  /**
   * From the start of the connection to the end of the body. It begins when the question may start; before that it waits for its
   * name and for its places within the limits, as long again for all of them together. @defaultValue config `gen3.http.timeoutMs`
   */
  timeoutMs?: number;
}

/** What a TLS handshake showed. @public */
export interface Gen3Handshake extends CertificateFacts {
  /** From the start of the connection to the end of the handshake. */
  latencyMs: number;
}

/** A GET. @public */
export interface Gen3HttpGet extends Gen3HttpRequest {
  /** Path and query below the base URL, starting with `/`. */
  path: string;
  /** How much of the body is read. @defaultValue config `gen3.http.maxBytes` */
  maxBytes?: number;
}

/** An answer, of any status. @public */
export interface Gen3HttpResponse {
  status: number;
  /** Names in lower case; cookies are left out. */
  headers: Record<string, string>;
  /** At most `maxBytes`, read as UTF-8. */
  body: string;
  /** The body was longer than `maxBytes`. */
  truncated: boolean;
  /** From the start of the connection to the end of the body. */
  latencyMs: number;
  /** URL that was asked, without query. */
  url: string;
}

/** A file that was fetched, or an answer of any other status. @public */
export interface Gen3Download {
  status: number;
  /** Names in lower case; cookies are left out. */
  headers: Record<string, string>;
  /** At most `maxBytes`. */
  content: Buffer;
  /** There was more. */
  truncated: boolean;
}
