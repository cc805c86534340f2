import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type {
  previewRequestSchema,
  PreviewObject,
  PreviewResponse,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  type ChartStore,
  redactUrls,
  type StoredChart,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { z } from 'zod';
import { toInstant } from '../database/columns';
import type { LaunchChart } from '../launch/types';
import type { ManifestDiff } from './diffManifests';
import { HeldDrafts, type HeldDraftsOptions } from './HeldDrafts';
import { HeldFiles } from './HeldFiles';
import { hideInFiles } from './hideInFiles';
import { labelRisks } from './labelRisks';
import type { ManifestRenderer } from './ManifestRenderer';
import { notesOf } from './notesOf';
import { objectNameOf } from './objectNameOf';
import { PreviewTrouble } from './PreviewTrouble';
import { type PlanContext, planPreview, type PreviewPlan } from './planPreview';
import { serviceOfTemplate } from './serviceOfTemplate';
import { summarize } from './summarize';
import { isChartMissing, toPreviewError } from './toPreviewError';

/** What previews need. */
export interface PreviewServiceOptions
  extends Omit<PlanContext, 'access' | 'held' | 'drafts' | 'signal'>,
    Pick<HeldDraftsOptions, 'findCommons' | 'helm'> {
  charts: Pick<ChartStore, 'get'>;
  renderer: Pick<ManifestRenderer, 'compare'>;
  logger: Pick<LoggerService, 'warn'>;
  now?: () => number;
}

/** The chart that is rendered, and which one it is. */
interface ReadChart {
  chart: StoredChart;
  source: LaunchChart;
  /** Why it is another one than planned, as a sentence. */
  otherChart: string | undefined;
}

/** Shows what a change would do before anybody proposes it. */
export class PreviewService {
  readonly #options: PreviewServiceOptions;
  readonly #held: HeldFiles;
  readonly #drafts: HeldDrafts;
  readonly #trouble: PreviewTrouble;
  readonly #now: () => number;

  private constructor(options: PreviewServiceOptions) {
    this.#options = options;
    this.#held = HeldFiles.create(options);
    this.#drafts = HeldDrafts.create(options);
    this.#trouble = PreviewTrouble.create(options);
    this.#now = options.now ?? Date.now;
  }

  static create(options: PreviewServiceOptions): PreviewService {
    return new PreviewService(options);
  }

  /**
   * Renders what git would hold and what it holds now, with the same chart, and says what differs. Without chart or helm it shows the files alone.
   *
   * @throws InputError when the chart does not render with the values; ServiceUnavailableError when values, which are in no file, cannot be rendered.
   */
  async preview(
    request: z.output<typeof previewRequestSchema>,
    { access, signal }: Pick<PlanContext, 'access' | 'signal'>,
  ): Promise<PreviewResponse> {
    const plan = await planPreview(request, {
      ...this.#options,
      held: this.#held,
      drafts: this.#drafts,
      access,
      signal,
    });
    const files = hideInFiles(plan.files);
    const shown = { files, asOf: toInstant(this.#now()) };
    try {
      const rendered = await this.#render(plan, signal);
      this.#trouble.forget(plan.chart);
      return { ...shown, ...rendered };
    } catch (error) {
      if (!(error instanceof ServiceUnavailableError)) throw error;
      this.#trouble.report(plan.chart, error.message);
      if (plan.files.length === 0) throw error;
      return {
        ...shown,
        rendered: false,
        whyNotRendered: error.message,
        notes: plan.notes ?? [],
      };
    }
  }

  async #render(plan: PreviewPlan, signal: AbortSignal) {
    const { chart, source, otherChart } = await this.#readChart(plan, signal);
    const { before, after, diffs } = await this.#compare(plan, chart, signal);
    const { registry } = this.#options;
    return {
      rendered: true as const,
      objects: diffs.map(diff => toObject(diff, registry)),
      risks: labelRisks({
        diffs,
        before: before?.manifests ?? [],
        after: after.manifests,
      }),
      summary: summarize({ after: after.manifests, diffs, registry }),
      notes: notesOf({ plan, chart, before, after, otherChart }),
      chart: {
        repoUrl: redactUrls(source.repoUrl),
        revision: source.revision,
        version: chart.version,
      },
    };
  }

  async #readChart(plan: PreviewPlan, signal: AbortSignal): Promise<ReadChart> {
    const { chart: source, otherwise, isRevisionAsked } = plan;
    try {
      const chart = await this.#options.charts.get(source, { signal });
      return { chart, source, otherChart: undefined };
    } catch (error) {
      signal.throwIfAborted();
      if (otherwise === undefined || !isChartMissing(error)) {
        throw toPreviewError(error, { isAsked: isRevisionAsked });
      }
      return this.#readOtherwise({ source: otherwise, own: error, signal });
    }
  }

  /** @throws ServiceUnavailableError that begins with the commons' own chart: opening the way to the other one would not show what runs. */
  async #readOtherwise({
    source,
    own,
    signal,
  }: {
    source: LaunchChart;
    own: Error;
    signal: AbortSignal;
  }): Promise<ReadChart> {
    try {
      const chart = await this.#options.charts.get(source, { signal });
      const otherChart = `The chart that the Application names cannot be had, so that of the portal's config is shown: ${own.message}.`;
      return { chart, source, otherChart };
    } catch (error) {
      signal.throwIfAborted();
      if (!isChartMissing(error)) throw toPreviewError(error);
      throw new ServiceUnavailableError(
        `The chart that the Application names cannot be had: ${own.message}; and the chart of the portal's config neither: ${error.message}`,
      );
    }
  }

  async #compare(plan: PreviewPlan, chart: StoredChart, signal: AbortSignal) {
    const { releaseName, namespace, values, valuesBefore } = plan;
    const renderingOf = (text: string | undefined) =>
      text === undefined
        ? undefined
        : { chart, values: text, releaseName, namespace };
    const question = {
      after: renderingOf(values),
      before: renderingOf(valuesBefore),
    };
    try {
      return await this.#options.renderer.compare(question, { signal });
    } catch (error) {
      signal.throwIfAborted();
      throw toPreviewError(error);
    }
  }
}

function toObject(
  diff: ManifestDiff,
  registry: ServiceRegistry,
): PreviewObject {
  const manifest = diff.change === 'removed' ? diff.before : diff.after;
  const service = serviceOfTemplate(manifest.template, registry);
  return {
    ...objectNameOf(manifest),
    apiVersion: manifest.apiVersion,
    ...(service === undefined ? {} : { service }),
    template: manifest.template,
    change: diff.change,
    ...(diff.change === 'added' ? {} : { before: diff.before.text }),
    ...(diff.change === 'added' ? { after: diff.after.text } : {}),
    ...(diff.change === 'changed' ? { after: diff.afterText } : {}),
  };
}
