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
import type { ManifestDiff } from './diffManifests';
import { HeldFiles } from './HeldFiles';
import { labelRisks } from './labelRisks';
import type { ManifestRenderer } from './ManifestRenderer';
import { notesOf } from './notesOf';
import { objectNameOf } from './objectNameOf';
import { type PlanContext, planPreview, type PreviewPlan } from './planPreview';
import { serviceOfTemplate } from './serviceOfTemplate';
import { summarize } from './summarize';
import { toPreviewError } from './toPreviewError';

/** What previews need. */
export interface PreviewServiceOptions
  extends Omit<PlanContext, 'access' | 'held' | 'signal'> {
  charts: Pick<ChartStore, 'get'>;
  renderer: Pick<ManifestRenderer, 'compare'>;
  now?: () => number;
}

/** Shows what a change would do before anybody proposes it. */
export class PreviewService {
  readonly #options: PreviewServiceOptions;
  readonly #held: HeldFiles;
  readonly #now: () => number;

  private constructor(options: PreviewServiceOptions) {
    this.#options = options;
    this.#held = HeldFiles.create(options);
    this.#now = options.now ?? Date.now;
  }

  static create(options: PreviewServiceOptions): PreviewService {
    return new PreviewService(options);
  }

  /**
   * Renders what git would hold and what it holds now, with the same chart, and says what differs.
   *
   * @throws InputError when the chart does not render with the values; ServiceUnavailableError when there is no chart or no helm.
   */
  async preview(
    request: z.output<typeof previewRequestSchema>,
    { access, signal }: Pick<PlanContext, 'access' | 'signal'>,
  ): Promise<PreviewResponse> {
    const held = this.#held;
    const context = { ...this.#options, held, access, signal };
    const plan = await planPreview(request, context);
    const chart = await this.#readChart(plan, signal);
    const { before, after, diffs } = await this.#compare(plan, chart, signal);
    const { registry } = this.#options;
    return {
      files: plan.files,
      objects: diffs.map(diff => toObject(diff, registry)),
      risks: labelRisks(diffs),
      summary: summarize({ after: after.manifests, diffs, registry }),
      notes: notesOf({ plan, chart, before, after }),
      chart: {
        repoUrl: redactUrls(plan.chart.repoUrl),
        revision: plan.chart.revision,
        version: chart.version,
      },
      asOf: toInstant(this.#now()),
    };
  }

  async #readChart(
    { chart, isRevisionAsked }: PreviewPlan,
    signal: AbortSignal,
  ): Promise<StoredChart> {
    try {
      return await this.#options.charts.get(chart, { signal });
    } catch (error) {
      signal.throwIfAborted();
      throw toPreviewError(error, { isAsked: isRevisionAsked });
    }
  }

  async #compare(plan: PreviewPlan, chart: StoredChart, signal: AbortSignal) {
    const { releaseName, namespace, values, valuesBefore } = plan;
    const after = { chart, values, releaseName, namespace };
    const before =
      valuesBefore === undefined
        ? undefined
        : { ...after, values: valuesBefore };
    try {
      const { renderer } = this.#options;
      return await renderer.compare({ after, before }, { signal });
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
