import type {
  ChangeFile,
  LaunchAnswers,
  previewRequestSchema,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { z } from 'zod';
import type { ChangeTargets } from '../changes/ChangeTargets';
import { buildLaunchFiles } from '../launch/buildLaunchFiles';
import { buildValuesFile } from '../launch/buildValuesFile';
import type { LaunchChart, LaunchTarget } from '../launch/types';
import type { CommonsAccess } from '../permissions/CommonsAccess';
import type { PreflightService } from '../preflight/PreflightService';
import { parseValues } from '../preflight/parseValues';
import type { HeldDrafts } from './HeldDrafts';
import type { HeldFiles } from './HeldFiles';
import { planEditPreview } from './planEditPreview';

/** Everything that a preview depends on, read once. */
export interface PreviewPlan {
  chart: LaunchChart;
  /** The chart to take when that one cannot be had; undefined: there is no preview then. */
  otherwise?: LaunchChart;
  /** The caller chose the revision, config did not. */
  isRevisionAsked: boolean;
  releaseName: string;
  namespace: string;
  /** Text of the values file as it would be; undefined: everything is removed. */
  values: string | undefined;
  /** Its text as it is now; undefined: there is none, or none is known. */
  valuesBefore: string | undefined;
  /** Why it is not compared with what git holds, as a clause. */
  notCompared: string | undefined;
  files: ChangeFile[];
  /** What else the preview does not show, in sentences. */
  notes?: string[];
}

/** What planning needs, and who asks. */
export interface PlanContext {
  registry: ServiceRegistry;
  targets: Pick<ChangeTargets, 'require'>;
  preflight: Pick<PreflightService, 'plan'>;
  /** The chart of values that are of no source. */
  defaultChart: LaunchChart;
  /** Whether what git holds of a commons may be shown to somebody: always to who sees all commons, else of those in the catalog that they see. */
  maySee: (hostname: string, access: CommonsAccess) => Promise<boolean>;
  access: CommonsAccess;
  held: HeldFiles;
  drafts: Pick<HeldDrafts, 'read'>;
  signal: AbortSignal;
}

/**
 * Reads what a preview is of, and what git holds of it.
 *
 * @throws InputError when the source is not one that takes changes, or values are not YAML; for edits as {@link HeldDrafts.read}.
 */
export async function planPreview(
  request: z.output<typeof previewRequestSchema>,
  context: PlanContext,
): Promise<PreviewPlan> {
  if ('answers' in request) return planLaunchPreview(request.answers, context);
  if ('edit' in request) {
    const draft = await context.drafts.read(request.edit, context);
    const { source: from } = draft.inGit.commons;
    return planEditPreview(draft, context.targets.require(from).target.chart);
  }
  const { values, source, namespace = 'default' } = request;
  // Before helm refuses them in words that may hold a value.
  parseValues(values);
  const chart =
    source === undefined
      ? context.defaultChart
      : context.targets.require(source).target.chart;
  return {
    chart,
    isRevisionAsked: false,
    releaseName: 'gen3',
    namespace,
    values,
    valuesBefore: undefined,
    notCompared: 'it is not known which file of git these values would replace',
    files: [],
  };
}

async function planLaunchPreview(
  answers: LaunchAnswers,
  context: PlanContext,
): Promise<PreviewPlan> {
  const { registry, preflight, targets } = context;
  const plan = preflight.plan(answers);
  const { target } = targets.require(answers.source);
  const written = buildLaunchFiles({ plan, target, registry });
  const values = buildValuesFile(plan, registry);
  const held = await context.held.read(answers.source, written, context);
  const maySee = await context.maySee(plan.hostname, context.access);
  const hides = !maySee && held.some(({ before }) => before !== undefined);
  const files = hides ? held.map(({ path, after }) => ({ path, after })) : held;
  return {
    chart: chartOf(target, answers),
    isRevisionAsked: answers.chartRevision !== undefined,
    releaseName: plan.releaseName,
    namespace: plan.namespace,
    values,
    valuesBefore: hides
      ? undefined
      : held.find(({ after }) => after === values)?.before,
    notCompared: hides
      ? 'git holds files of a commons of that name, which you may not see'
      : undefined,
    files,
  };
}

function chartOf({ chart }: LaunchTarget, answers: LaunchAnswers): LaunchChart {
  return { ...chart, revision: answers.chartRevision ?? chart.revision };
}
