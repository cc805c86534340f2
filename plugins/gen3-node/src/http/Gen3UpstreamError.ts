import { Cause } from '@gen3-csoc/backstage-plugin-gen3-common';

/**
 * A commons could not be asked, or its answer could not be read.
 *
 * @remarks
 * It never has a `status` or `statusCode`: the backend would answer its own caller with them.
 *
 * @public
 */
export class Gen3UpstreamError extends Error {
  readonly name = 'Gen3UpstreamError';

  /** Hostname of the commons. */
  readonly commons: string;

  /** What was tried, e.g. `GET /user/_status`. */
  readonly operation: string;

  /** Why it failed. */
  readonly upstreamCause: Cause;

  /** Code of the underlying failure, e.g. `ENOTFOUND` or `CERT_HAS_EXPIRED`. */
  readonly code?: string;

  /** Why it failed, without commons and operation: `the connection was refused`. */
  readonly detail: string;

  constructor(options: {
    commons: string;
    operation: string;
    upstreamCause: Cause;
    detail: string;
    code?: string;
    cause?: unknown;
  }) {
    const { commons, operation, upstreamCause, detail, code, cause } = options;
    super(`${operation} of "${commons}" failed: ${detail}`, { cause });
    this.commons = commons;
    this.operation = operation;
    this.upstreamCause = upstreamCause;
    this.detail = detail;
    this.code = code;
  }
}
