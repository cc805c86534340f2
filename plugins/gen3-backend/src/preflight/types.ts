import type { JsonObject } from '@backstage/types';
import type {
  DeclaredCommons,
  LaunchField,
  LaunchPlan,
  LaunchTier,
  PreflightFinding,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { LaunchChart } from '../launch/types';
import type { PreflightFacts } from './facts/types';

/** How an Application deploys a commons that there is. */
export interface Deployed {
  chart: LaunchChart;
  releaseName: string;
  namespace: string;
}

/** A commons, most often one that does not exist yet, as its values and, from the wizard, its plan describe it. */
export interface PreflightSubject {
  /** Values that the chart would get, its own defaults left out. */
  values: JsonObject;
  /** What the portal reads out of them. */
  declared: DeclaredCommons;
  /** As written; the check of its syntax says whether it is one. */
  hostname: string | undefined;
  tier: LaunchTier;
  cluster: string | undefined;
  namespace: string | undefined;
  /** Absent when a values file is judged. */
  plan: LaunchPlan | undefined;
  /** Absent for one that does not exist yet. */
  deployed?: Deployed;
}

/** What a check finds; its id and the address of its documentation are added by who runs it. */
export interface Problem {
  severity: PreflightFinding['severity'];
  /** Path of the value that it is about, e.g. `global.hostname`. */
  key?: string;
  /** The answer that it is about, when no value tells. */
  field?: LaunchField;
  /** What is wrong: names the thing and the value found, never a secret. */
  what: string;
  /** What would come of it. */
  why: string;
  /** What to do about it. */
  fix: string;
  /**
   * Everything that `what` counts or lists, one each: an edit that only takes some of it away brings nothing new.
   *
   * @default `key` and `what`
   */
  about?: readonly string[];
}

/** It, or a part of it, could not be asked. */
export interface NotRun {
  notRun: string;
  /** What the part found that could be. */
  problems?: Problem[];
}

/** What came of a check: problems (none: it passed), that it could not be run, or that there was nothing to ask. */
export type CheckAnswer = Problem[] | NotRun | 'not-applicable';

/** Everything that a check may look at. */
export interface CheckInput {
  subject: PreflightSubject;
  facts: PreflightFacts;
  registry: ServiceRegistry;
}

/** One question that preflight asks; pure. */
export interface PreflightCheck {
  /** Stable, kebab-case: id of its findings and anchor in `docs/preflight.md`. */
  id: string;
  /** A statement that holds when all is well. */
  title: string;
  run(input: CheckInput): CheckAnswer;
}
