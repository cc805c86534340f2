/** Why a chart could not be read. @public */
export type ChartErrorReason =
  | 'unreachable'
  | 'timeout'
  | 'not-found'
  /** The repository and the chart are there, the version, branch or tag is not. */
  | 'no-such-revision'
  | 'unauthorized'
  | 'too-large'
  | 'digest-mismatch'
  | 'bad-archive'
  | 'malformed';

/**
 * A chart could not be read from where config says it is. The message names the chart, what was found and the fix; it shows no credentials.
 *
 * @public
 */
export class ChartError extends Error {
  readonly reason: ChartErrorReason;
  /** What is wrong, without chart and fix. */
  readonly detail: string;
  /** What to do about it. */
  readonly fix: string;

  private constructor(options: ChartErrorOptions) {
    const { chart, reason, detail, fix, cause } = options;
    super(`Cannot read the chart ${chart}: ${detail}; ${fix}`, { cause });
    this.name = 'ChartError';
    this.reason = reason;
    this.detail = detail;
    this.fix = fix;
  }

  static create(options: ChartErrorOptions): ChartError {
    return new ChartError(options);
  }
}

/** What a {@link ChartError} says. */
interface ChartErrorOptions {
  /** The chart as people know it: `"gen3" 0.3.90 of https://helm.gen3.org`. */
  chart: string;
  reason: ChartErrorReason;
  detail: string;
  fix: string;
  cause?: unknown;
}
