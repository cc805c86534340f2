/** Why a chart could not be rendered. */
export type HelmErrorReason =
  | 'program-missing'
  | 'timeout'
  | 'out-of-memory'
  | 'too-large'
  | 'dependencies-missing'
  | 'bad-file-name'
  | 'rejected';

/**
 * A chart could not be rendered. The message says why in one line and names files as the chart does, without folders of
 * this machine.
 */
export class HelmError extends Error {
  readonly reason: HelmErrorReason;
  /** What to do about it. */
  readonly fix: string;
  /** Line in the template, when helm names one. */
  readonly line?: number;

  private constructor(
    reason: HelmErrorReason,
    message: string,
    fix: string,
    line?: number,
  ) {
    super(message);
    this.name = 'HelmError';
    this.reason = reason;
    this.fix = fix;
    this.line = line;
  }

  static create(options: {
    reason: HelmErrorReason;
    message: string;
    fix: string;
  }): HelmError {
    return new HelmError(options.reason, options.message, options.fix);
  }

  /** Reads helm's standard error; `folder` is taken out of it. */
  static fromComplaint(complaint: string, folder: string): HelmError {
    if (/out of memory|cannot allocate memory/i.test(complaint)) {
      return HelmError.create({
        reason: 'out-of-memory',
        message: 'helm needed more memory than it may have for one chart',
        fix: 'render less in this chart',
      });
    }
    if (/missing in charts\/ directory/.test(complaint)) {
      return HelmError.create({
        reason: 'dependencies-missing',
        message: 'the chart has dependencies that are not in the repository',
        fix: 'commit them to charts/; the portal fetches no charts',
      });
    }
    const said = complaint
      .replaceAll(folder, '')
      .split('\n\n')[0]
      ?.replace(/^Error:\s*/, '')
      .replace(/\s+/g, ' ')
      .trim();
    const line = /\.(?:ya?ml|tpl|txt):(\d+)/.exec(said ?? '')?.[1];
    return new HelmError(
      'rejected',
      `helm says "${withoutExcerpt(said ?? '').slice(0, 300)}"`,
      'render the chart with "helm template" and mend it',
      line ? Number(line) : undefined,
    );
  }
}

/** Helm quotes rendered text when it is no YAML, and values that a schema refuses; both may hold a secret. */
function withoutExcerpt(said: string): string {
  return said.replace(
    /(wrong type for value|cannot unmarshal|don't meet the specifications of the schema\(s\)).*$/,
    '$1',
  );
}
