import { HelmRenderer } from '@gen3-csoc/backstage-plugin-gen3-node';
import { createHash } from 'node:crypto';
import { mapLimited } from '../../lib/mapLimited';
import { RepositorySnapshot } from '../repository/RepositorySnapshot';
import { ApplicationFile } from './findApplicationFiles';
import {
  ChartFiles,
  readChartFiles,
  refuse,
  RenderedFile,
  renderTemplate,
} from './renderTemplate';

/** Charts that are rendered at once; each is a process. */
const MAX_CONCURRENT_RENDERINGS = 2;

/** Time that one reading may spend on charts: less than half of what a run of a source may take by default. */
const DEFAULT_BUDGET_MS = 4 * 60_000;

/** Runs in which a chart may take too long before it is not tried again unless it changes. */
const MAX_ATTEMPTS = 2;

interface Attempt {
  /** Of everything that was rendered. */
  digest: string;
  rendered: RenderedFile;
  /** How often it took too long. */
  count: number;
}

/**
 * Renders the templates of a repository within a budget of time, and remembers what it rendered: a chart is only
 * rendered again when it changed, or when it failed for a reason that lies in the machine.
 */
export class TemplateRenderer {
  readonly #helm: HelmRenderer;
  readonly #budgetMs: number;
  readonly #now: () => number;
  /** By path of the template; those of the last reading. */
  #known = new Map<string, Attempt>();

  private constructor(options: {
    helm: HelmRenderer;
    budgetMs?: number;
    now?: () => number;
  }) {
    this.#helm = options.helm;
    this.#budgetMs = options.budgetMs ?? DEFAULT_BUDGET_MS;
    this.#now = options.now ?? Date.now;
  }

  static create(options: {
    helm: HelmRenderer;
    /** Time for all charts of one reading, in milliseconds. @defaultValue 240000 */
    budgetMs?: number;
    /** @defaultValue Date.now */
    now?: () => number;
  }): TemplateRenderer {
    return new TemplateRenderer(options);
  }

  /**
   * Renders those of the files that are templates.
   *
   * @returns what became of each template, by its path.
   */
  async render(options: {
    files: readonly ApplicationFile[];
    snapshot: RepositorySnapshot;
    signal: AbortSignal;
  }): Promise<Map<string, RenderedFile>> {
    const { files, snapshot, signal } = options;
    const until = this.#now() + this.#budgetMs;
    const countOf = ({ path }: ApplicationFile) =>
      this.#known.get(path)?.count ?? 0;
    // What took too long before comes last: it must not use up the time of what is new.
    const templates = files
      .filter(isTemplate)
      .sort((a, b) => countOf(a) - countOf(b));
    const attempts = await mapLimited(
      templates,
      MAX_CONCURRENT_RENDERINGS,
      async file => {
        signal.throwIfAborted();
        const chart = await readChartFiles(file, snapshot);
        const known = this.#known.get(file.path);
        const attempt = await this.#attempt(chart, known, until, signal);
        return [file.path, attempt] as const;
      },
    );
    const next = new Map(attempts);
    this.#known = next;
    return new Map([...next].map(([path, { rendered }]) => [path, rendered]));
  }

  async #attempt(
    chart: ChartFiles,
    known: Attempt | undefined,
    until: number,
    signal: AbortSignal,
  ): Promise<Attempt> {
    const digest = digestOf(chart);
    const before = known?.digest === digest ? known : undefined;
    if (before && (before.rendered.ok || !before.rendered.passing)) {
      return before;
    }
    const count = before?.count ?? 0;
    if (this.#now() >= until) {
      return { digest, count, rendered: this.#outOfTime(chart) };
    }
    const helm = this.#helm;
    const rendered = await renderTemplate({ ...chart, helm, signal });
    if (rendered.ok || rendered.reason !== 'timeout') {
      return { digest, count, rendered };
    }
    const passing = count + 1 < MAX_ATTEMPTS;
    return { digest, count: count + 1, rendered: { ...rendered, passing } };
  }

  #outOfTime({ chart }: ChartFiles): RenderedFile {
    return refuse({
      message: `The chart "${chart}" was not rendered yet: the charts of this repository take more than ${
        this.#budgetMs / 1000
      } s together`,
      fix: 'Wait for the next run, and render less in these charts',
      passing: true,
    });
  }
}

type Template = ApplicationFile & { templateOf: string };

function isTemplate(file: ApplicationFile): file is Template {
  return file.templateOf !== undefined;
}

function digestOf({ shown, count, files }: ChartFiles): string {
  return createHash('sha256')
    .update(JSON.stringify([shown, count, ...files]))
    .digest('hex');
}
