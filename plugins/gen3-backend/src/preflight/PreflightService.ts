import type { JsonObject } from '@backstage/types';
import {
  LAUNCH_TIERS,
  type LaunchAnswers,
  type LaunchPlan,
  type LaunchSummary,
  planLaunch,
  type preflightRequestSchema,
  type PreflightResponse,
  type ServiceRegistry,
  suggestSecrets,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { z } from 'zod';
import type { ChangeTargets } from '../changes/ChangeTargets';
import { toInstant } from '../database/columns';
import { buildLaunchFiles } from '../launch/buildLaunchFiles';
import { secretsOf } from './secrets/secretsOf';
import type { CommonsAccess } from '../permissions/CommonsAccess';
import type { FactsQuestion } from './facts/gatherFacts';
import type { PreflightFacts } from './facts/types';
import { findNew } from './findNew';
import { parseValues } from './parseValues';
import { PREFLIGHT_CHECKS } from './preflightChecks';
import { askChecks, runPreflight } from './runPreflight';
import { subjectOfPlan, subjectOfValues } from './subjectOf';
import type { Deployed, PreflightSubject } from './types';

/** What judging needs. */
export interface PreflightServiceOptions {
  registry: ServiceRegistry;
  targets: Pick<ChangeTargets, 'find'>;
  gatherFacts: (
    question: Omit<FactsQuestion, 'sources'>,
  ) => Promise<PreflightFacts>;
  gatherRendering: (
    question: Pick<FactsQuestion, 'subject' | 'signal'>,
  ) => Promise<PreflightFacts['rendering']>;
  now?: () => number;
}

/** Who waits for an answer, and what they may see. */
export interface PreflightCaller {
  access: CommonsAccess;
  signal: AbortSignal;
}

/** A commons that does not exist yet: the answers of a launch, or values. */
export type ProspectRequest = Exclude<
  z.output<typeof preflightRequestSchema>,
  { edit: unknown }
>;

/** Judges a commons that does not exist yet. */
export class PreflightService {
  readonly #options: PreflightServiceOptions;
  readonly #now: () => number;

  private constructor(options: PreflightServiceOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  static create(options: PreflightServiceOptions): PreflightService {
    return new PreflightService(options);
  }

  /** @throws InputError when a values file is not YAML. */
  async check(
    request: ProspectRequest,
    caller: PreflightCaller,
  ): Promise<PreflightResponse> {
    const { registry } = this.#options;
    if ('answers' in request) {
      const plan = this.plan(request.answers);
      return {
        ...(await this.#judge(subjectOfPlan(plan, registry), caller)),
        summary: this.#summarize(plan),
      };
    }
    const values = parseValues(request.values);
    return this.#judge(
      subjectOfValues({ ...request, values }, registry),
      caller,
    );
  }

  /**
   * Judges what an edit brings to a commons that there is: what is found of it as it is is no reason against the edit. No edit changes
   * whom else preflight asks about a commons, so everybody but helm is asked once.
   */
  async compare(
    edit: {
      before: JsonObject;
      after: JsonObject;
      tier: string;
      deployed: Deployed;
    },
    { access, signal }: PreflightCaller,
  ): Promise<Pick<PreflightResponse, 'findings' | 'checks'>> {
    const { registry, gatherFacts, gatherRendering } = this.#options;
    const { deployed } = edit;
    const tier = LAUNCH_TIERS.find(each => each === edit.tier);
    const subjectOf = (values: JsonObject): PreflightSubject => ({
      ...subjectOfValues({ values, ...(tier ? { tier } : {}) }, registry),
      deployed,
    });
    const [old, subject] = [subjectOf(edit.before), subjectOf(edit.after)];
    const [facts, rendering] = await Promise.all([
      gatherFacts({ subject, access, signal }),
      gatherRendering({ subject: old, signal }),
    ]);
    const before = askChecks(PREFLIGHT_CHECKS, {
      subject: old,
      facts: { ...facts, rendering },
      registry,
    });
    const after = askChecks(PREFLIGHT_CHECKS, { subject, facts, registry });
    return {
      findings: findNew(before.found, after.found),
      checks: after.results,
    };
  }

  /** What follows from answers. */
  plan(answers: LaunchAnswers): LaunchPlan {
    const { registry, targets } = this.#options;
    const target = targets.find(answers.source);
    const layout = target?.layout ?? 'gen3-gitops';
    return planLaunch(answers, { registry, layout, values: target?.values });
  }

  async #judge(subject: PreflightSubject, { access, signal }: PreflightCaller) {
    const { registry, gatherFacts } = this.#options;
    const facts = await gatherFacts({ subject, access, signal });
    return {
      ...runPreflight(PREFLIGHT_CHECKS, { subject, facts, registry }),
      asOf: toInstant(this.#now()),
    };
  }

  #summarize(plan: LaunchPlan): LaunchSummary {
    const { registry, targets } = this.#options;
    const target = targets.find(plan.answers.source);
    const files = target ? buildLaunchFiles({ plan, target, registry }) : [];
    const { hostname, tier, cluster, namespace, environment, layout } = plan;
    const { database, login, services } = plan;
    return {
      hostname,
      tier,
      cluster,
      namespace,
      environment,
      layout,
      database,
      login,
      services: services.map(service => ({
        ...service,
        title: registry.get(service.name)?.title ?? service.name,
      })),
      secrets: secretsOf(plan, registry),
      suggestedSecrets: suggestSecrets(plan),
      files: files.map(({ path }) => path),
    };
  }
}
