/** Why a chart could not be rendered. */
export type HelmErrorReason =
  | 'program-missing'
  | 'timeout'
  | 'out-of-memory'
  | 'too-large'
  | 'dependencies-missing'
  | 'bad-file-name'
  /** The template decided to render nothing, or is not there. */
  | 'nothing-rendered'
  | 'rejected';

/** Where helm says that a mistake is: a template, and often a line of it. */
const PLACE =
  /([\w.@+/-]*templates\/[\w.@+/-]+?\.(?:ya?ml|tpl|txt))\b(?::(\d+))?/;

/**
 * What helm's complaints mean. Its own words are not handed on: it quotes values and rendered text, and a template may
 * put any of them into its message.
 */
const PROBLEMS: readonly [RegExp, string][] = [
  [/execution error at/, 'the template itself gives up ("fail" or "required")'],
  [
    /nested reference name|max execution depth/,
    'templates include each other without end',
  ],
  [
    /nil pointer evaluating/,
    'it looks into a value that is not set (nil pointer)',
  ],
  [/can't evaluate field/, 'it looks into a value that is no map'],
  [/no template "/, 'it includes a template that is not there'],
  [
    /function "[^"]*" not defined/,
    'it calls a function that helm does not have',
  ],
  [/parse error at/, 'it is not a valid template'],
  [/YAML parse error on/, 'what it renders is not valid YAML'],
  [
    /cannot load values\.ya?ml/,
    'values.yaml is not valid YAML, or is not a map',
  ],
  [/the schema\(s\)/, 'its values are not as values.schema.json says'],
  [
    /wrong type for value|incompatible types?|expected [\w ]+; (?:got|found)/,
    'a value has another type than is needed',
  ],
  [/requires kubeVersion/, 'Chart.yaml asks for another version of Kubernetes'],
  [/chart\.metadata|Chart\.ya?ml/, 'Chart.yaml is missing, or not valid'],
];

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
    const said = complaint.replaceAll(folder, '').replace(/\s+/g, ' ');
    if (/^Error: could not find template /.test(said)) {
      return HelmError.create({
        reason: 'nothing-rendered',
        message: 'helm rendered nothing of what was asked for',
        fix: 'check the conditions in the template',
      });
    }
    const place = PLACE.exec(said);
    const line = place?.[2] && Number(place[2]);
    const problem = PROBLEMS.find(([pattern]) => pattern.test(said))?.[1];
    const called = /error calling (\w+):/.exec(said)?.[1];
    return new HelmError(
      'rejected',
      [
        'helm refuses ',
        place?.[1] ? `"${place[1].replace(/^\/+/, '')}"` : 'the chart',
        line ? `, line ${line}` : '',
        ': ',
        problem ??
          (called
            ? `a call of "${called}" fails`
            : 'it does not say why in known words'),
      ].join(''),
      'render the chart with "helm template", which says more, and mend it',
      line || undefined,
    );
  }
}
