import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ProgramEnd, runProgram } from '../process/runProgram';
import { createTemporaryFolder } from '../process/temporaryFolder';
import { HelmError } from './HelmError';
import { writeChart } from './writeChart';

/** Bounds of a HelmRenderer. */
export interface HelmRendererOptions {
  /** @defaultValue `helm` in `PATH` */
  binary?: string;
  /** Time for one chart, in milliseconds. @defaultValue 20000 */
  timeoutMs?: number;
  /** Rendered text of one chart. @defaultValue 4 MiB */
  maxOutputBytes?: number;
  /** Memory for one chart; enforced where the system has `prlimit`. @defaultValue 1 GiB */
  maxMemoryBytes?: number;
  /** Where charts are written for the moment. @defaultValue the system's folder for temporary files */
  workingDirectory?: string;
  /** Where `PATH` is taken from. @defaultValue process.env */
  environment?: NodeJS.ProcessEnv;
}

/** What to render. */
export interface HelmRendering {
  /** Text of the chart's files by their path in the chart: `Chart.yaml`, `values.yaml`, `templates/...`. */
  files: ReadonlyMap<string, string>;
  /** Only these templates, e.g. `templates/application.yaml`. @defaultValue all */
  show?: readonly string[];
  /** @defaultValue `release` */
  releaseName?: string;
  /** @defaultValue `default` */
  namespace?: string;
  signal: AbortSignal;
}

/** A chart that is on this machine, and what to render it with. */
export interface HelmFolderRendering {
  /** Folder with `Chart.yaml`; it is only read. */
  folder: string;
  /** Texts of value files; later ones win. */
  values: readonly string[];
  /** @defaultValue `release` */
  releaseName?: string;
  /** @defaultValue `default` */
  namespace?: string;
  /** Version of Kubernetes that the chart is told. @defaultValue what helm takes */
  kubeVersion?: string;
  signal: AbortSignal;
}

/**
 * Renders charts with the helm program: without network, without a cluster, in a folder that is removed, within
 * bounds of time, memory and output.
 */
export class HelmRenderer {
  readonly #options: Required<Omit<HelmRendererOptions, 'workingDirectory'>>;
  readonly #workingDirectory?: string;
  #limits?: Promise<boolean | undefined>;

  private constructor(options: HelmRendererOptions) {
    this.#options = {
      binary: options.binary ?? 'helm',
      timeoutMs: options.timeoutMs ?? 20_000,
      maxOutputBytes: options.maxOutputBytes ?? 4 * 1024 * 1024,
      maxMemoryBytes: options.maxMemoryBytes ?? 1024 * 1024 * 1024,
      environment: options.environment ?? process.env,
    };
    this.#workingDirectory = options.workingDirectory;
  }

  static create(options: HelmRendererOptions = {}): HelmRenderer {
    return new HelmRenderer(options);
  }

  /**
   * Renders a chart to YAML documents.
   *
   * @throws HelmError when it cannot be rendered; the signal's reason when aborted.
   */
  async renderChart(rendering: HelmRendering): Promise<string> {
    const { files, show = [], ...rest } = rendering;
    return this.#render(rest, async folder => {
      const chart = join(folder, 'chart');
      await writeChart(chart, files);
      return { chart, args: show.map(name => `--show-only=${name}`) };
    });
  }

  /**
   * Renders a chart as Argo CD does: with its custom resource definitions, without what only `helm test` would make.
   *
   * @throws HelmError when it cannot be rendered; the signal's reason when aborted.
   */
  async renderFolder(rendering: HelmFolderRendering): Promise<string> {
    const { folder: chart, values, kubeVersion, ...rest } = rendering;
    return this.#render(rest, async folder => {
      const names = values.map((_, at) => join(folder, `values-${at}.yaml`));
      await Promise.all(
        // Only this user may read them, and they go with the folder.
        names.map((name, at) => writeFile(name, values[at], { mode: 0o600 })),
      );
      const version = kubeVersion === undefined ? [] : [kubeVersion];
      return {
        chart,
        args: [
          '--include-crds',
          '--skip-tests',
          ...names.map(name => `--values=${name}`),
          ...version.map(each => `--kube-version=${each}`),
        ],
      };
    });
  }

  async #render(
    call: { releaseName?: string; namespace?: string; signal: AbortSignal },
    prepare: (folder: string) => Promise<{ chart: string; args: string[] }>,
  ): Promise<string> {
    call.signal.throwIfAborted();
    const folder = await createTemporaryFolder({
      kind: 'gen3-helm',
      parent: this.#workingDirectory,
    });
    try {
      await mkdir(join(folder.path, 'home'));
      const { chart, args } = await prepare(folder.path);
      const end = await this.#run(folder.path, { ...call, chart, args });
      return this.#read(end, chart);
    } finally {
      await folder.remove();
    }
  }

  async #run(
    folder: string,
    call: {
      chart: string;
      args: readonly string[];
      releaseName?: string;
      namespace?: string;
      signal: AbortSignal;
    },
  ): Promise<ProgramEnd> {
    const { binary, timeoutMs, maxOutputBytes, maxMemoryBytes, environment } =
      this.#options;
    const helm = [
      binary,
      'template',
      `--namespace=${call.namespace ?? 'default'}`,
      ...call.args,
      '--',
      call.releaseName ?? 'release',
      call.chart,
    ];
    const limited = await this.#canLimit(call.signal);
    const [program = binary, ...args] = limited
      ? ['prlimit', `--data=${maxMemoryBytes}`, '--core=0', '--', ...helm]
      : helm;
    return runProgram({
      program,
      args,
      cwd: folder,
      env: createHelmEnvironment({ folder, environment, maxMemoryBytes }),
      signal: call.signal,
      timeoutMs,
      maxOutputBytes,
    });
  }

  #read(end: ProgramEnd, chart: string): string {
    const { binary, timeoutMs, maxOutputBytes } = this.#options;
    switch (end.kind) {
      case 'exited':
        if (end.code === 0) return end.output.toString('utf8');
        if (
          /failed to execute|No such file or directory$/m.test(end.complaint) &&
          /prlimit/.test(end.complaint)
        ) {
          throw programMissing(binary);
        }
        throw HelmError.fromComplaint(end.complaint, chart);
      case 'not-found':
        throw programMissing(binary);
      case 'timeout':
        throw HelmError.create({
          reason: 'timeout',
          message: `helm did not finish within ${timeoutMs} ms`,
          fix: 'render less in this chart',
        });
      case 'too-much-output':
        throw HelmError.create({
          reason: 'too-large',
          message: `helm rendered more than ${maxOutputBytes} bytes`,
          fix: 'render less in this chart',
        });
      default:
        throw HelmError.create({
          reason: 'out-of-memory',
          message: `helm was ended by ${end.by}, most likely for its use of memory`,
          fix: 'render less in this chart',
        });
    }
  }

  /** Whether this system can bound the memory of a program from outside; asked until there is an answer. */
  async #canLimit(signal: AbortSignal): Promise<boolean> {
    this.#limits ??= this.#askForLimits();
    const answer = await this.#limits;
    signal.throwIfAborted();
    // On a busy machine the answer may come too late, and is asked for again. There is one: what is not there is told at once.
    if (answer === undefined) this.#limits = undefined;
    return answer ?? true;
  }

  async #askForLimits(): Promise<boolean | undefined> {
    const end = await runProgram({
      program: 'prlimit',
      args: ['--version'],
      env: { PATH: this.#options.environment.PATH ?? '' },
      signal: new AbortController().signal,
      timeoutMs: Math.min(this.#options.timeoutMs, 5_000),
      maxOutputBytes: 10_000,
    });
    if (end.kind === 'timeout') return undefined;
    return end.kind === 'exited' && end.code === 0;
  }
}

function programMissing(binary: string): HelmError {
  return HelmError.create({
    reason: 'program-missing',
    message: `there is no program "${binary}" in PATH`,
    fix: 'install helm where the portal runs, or set where it is',
  });
}

/** Nothing of our own environment but PATH; every way out of the machine leads nowhere. */
function createHelmEnvironment(options: {
  folder: string;
  environment: NodeJS.ProcessEnv;
  maxMemoryBytes: number;
}): Record<string, string> {
  const home = join(options.folder, 'home');
  const nowhere = 'http://127.0.0.1:9';
  return {
    PATH: options.environment.PATH ?? '',
    LC_ALL: 'C',
    HOME: home,
    HELM_CACHE_HOME: join(home, 'cache'),
    HELM_CONFIG_HOME: join(home, 'config'),
    HELM_DATA_HOME: join(home, 'data'),
    HELM_PLUGINS: join(home, 'plugins'),
    KUBECONFIG: join(home, 'kubeconfig'),
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    ALL_PROXY: nowhere,
    NO_PROXY: '',
    GOMEMLIMIT: String(Math.floor(options.maxMemoryBytes * 0.8)),
    GOMAXPROCS: '2',
  };
}
