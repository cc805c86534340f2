import type { JsonObject } from '@backstage/types';
import {
  createServiceRegistry,
  launchAnswersSchema,
  type LaunchAnswersInput,
  type LaunchTier,
  mergeValues,
  planLaunch,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { parse } from 'yaml';
import type { PreflightFacts } from '../facts/types';
import { runPreflight } from '../runPreflight';
import { subjectOfPlan, subjectOfValues } from '../subjectOf';
import type { PreflightCheck } from '../types';

const NOT_ASKED = { known: false, why: 'not asked in this test' } as const;

/** Facts of a world that nobody asked. */
export const NO_FACTS: PreflightFacts = {
  claims: NOT_ASKED,
  neighbours: NOT_ASKED,
  sameEnvironment: NOT_ASKED,
  cluster: NOT_ASKED,
  addresses: NOT_ASKED,
  certificate: NOT_ASKED,
  dictionary: NOT_ASKED,
  releases: NOT_ASKED,
  members: NOT_ASKED,
  chart: NOT_ASKED,
  owner: NOT_ASKED,
  sources: NOT_ASKED,
  rendering: NOT_ASKED,
};

/** The four answers of the shortest path. */
export const FOUR_ANSWERS: LaunchAnswersInput = {
  hostname: 'dev.brain.example.org',
  owner: 'group:default/csoc',
  source: 'demo-gitops',
  cluster: 'organnonprod',
};

interface Given {
  tier?: LaunchTier;
  cluster?: string;
  namespace?: string;
  facts?: Partial<PreflightFacts>;
}

const registry = createServiceRegistry();

/**
 * Runs one check on a values file.
 *
 * @example
 * expect(checkValues(databaseInNamespace, 'global: { dev: true }')).toMatchObject({ findings: [{ severity: 'warning' }] });
 */
export function checkValues(
  check: PreflightCheck,
  yaml: string,
  { facts, ...given }: Given = {},
) {
  const written: unknown = parse(yaml);
  const values: JsonObject = mergeValues([written]);
  const { findings, checks } = runPreflight([check], {
    subject: subjectOfValues({ values, ...given }, registry),
    facts: { ...NO_FACTS, ...facts },
    registry,
  });
  return { findings, outcome: checks[0]?.outcome, reason: checks[0]?.reason };
}

/** Runs one check on answers of the wizard: the shortest path and what is given. */
export function checkAnswers(
  check: PreflightCheck,
  answers: Partial<LaunchAnswersInput>,
  { facts }: Pick<Given, 'facts'> = {},
) {
  const plan = planLaunch(
    launchAnswersSchema.parse({ ...FOUR_ANSWERS, ...answers }),
    { registry, layout: 'gen3-gitops' },
  );
  const { findings, checks } = runPreflight([check], {
    subject: subjectOfPlan(plan, registry),
    facts: { ...NO_FACTS, ...facts },
    registry,
  });
  return { findings, outcome: checks[0]?.outcome, reason: checks[0]?.reason };
}
