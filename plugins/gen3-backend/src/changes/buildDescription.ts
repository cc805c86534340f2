import type {
  AcceptedFinding,
  LaunchPlan,
  PreflightFinding,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { asCode } from './asCode';
import { asPlainMarkdown } from './asPlainMarkdown';
import { markdownList, markdownSection } from './markdownSections';

/** What a reviewer is told of a launch. */
interface DescriptionOptions {
  plan: LaunchPlan;
  author: string;
  secrets: string[];
  accepted: AcceptedFinding[];
  findings: PreflightFinding[];
  /** Checks that could not be run, as statements. */
  notRun: string[];
}

const DATABASES = {
  managed: 'managed, outside of the cluster',
  development: 'in the namespace, **lost when its pod restarts**',
};

const LOGINS = {
  secret: 'identity providers as a secret configures them',
  mock: 'everybody is **one test user**',
};

/**
 * Markdown of a launch: ten seconds of facts, then what somebody answers for, what nobody could check, and what must be there first.
 * Texts that people typed are shown as code, and sentences that may quote them as they are, so that none of them becomes markup.
 */
export function buildDescription(options: DescriptionOptions): string {
  const { plan, author, secrets, accepted, findings, notRun } = options;
  const infos = findings.filter(({ severity }) => severity === 'info');
  return [
    `Launches ${asCode(plan.hostname)}${
      plan.title === plan.hostname ? '' : ` (${asCode(plan.title)})`
    } as a ${plan.tier} commons, proposed by ${asCode(author)}.`,
    markdownList([
      ...(plan.answers.cloned && plan.answers.cloneOf
        ? [`Begins with the values of ${asCode(plan.answers.cloneOf)}`]
        : []),
      `Cluster ${asCode(plan.cluster)}, namespace ${asCode(plan.namespace)}`,
      `Owner ${asCode(plan.answers.owner)}`,
      `Release ${asCode(plan.answers.release ?? "the chart's own tags")}`,
      `${plan.services.length} services: ${plan.services
        .map(({ name }) => asPlainMarkdown(name))
        .join(', ')}`,
      `Database: ${DATABASES[plan.database]}`,
      `Log-in: ${LOGINS[plan.login]}`,
    ]),
    ...markdownSection(
      'Accepted',
      accepted.map(
        ({ id, what, by, reason }) =>
          `**${asPlainMarkdown(id)}**: ${asPlainMarkdown(
            what,
          )}. Accepted by ${asCode(by)}: ${asCode(reason)}`,
      ),
    ),
    ...markdownSection(
      'Must be there before Argo CD applies it',
      secrets.map(name => `Secret ${asCode(name)}`),
    ),
    ...markdownSection(
      'Good to know',
      infos.map(
        ({ what, fix }) => `${asPlainMarkdown(what)}. ${asPlainMarkdown(fix)}.`,
      ),
    ),
    ...markdownSection('Could not be checked', notRun.map(asPlainMarkdown)),
  ].join('\n\n');
}
