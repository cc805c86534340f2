import type {
  AcceptedFinding,
  PreflightFinding,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { asCode } from '../changes/asCode';
import { asPlainMarkdown } from '../changes/asPlainMarkdown';
import { markdownList, markdownSection } from '../changes/markdownSections';
import type { EditPlan } from './types';

/** Markdown of an edit: what it does, what somebody answers for, and what stays behind. */
export function buildEditDescription(options: {
  plan: Pick<EditPlan, 'title' | 'facts' | 'leftovers'>;
  author: string;
  accepted: AcceptedFinding[];
  findings: PreflightFinding[];
  /** Checks that could not be run, as statements. */
  notRun: string[];
}): string {
  const { plan, author, accepted, findings, notRun } = options;
  const infos = findings.filter(({ severity }) => severity === 'info');
  return [
    `${asPlainMarkdown(plan.title)}, proposed by ${asCode(author)}.`,
    markdownList(plan.facts),
    ...markdownSection('What stays behind', plan.leftovers),
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
      'Good to know',
      infos.map(({ what, fix }) => asPlainMarkdown(`${what}. ${fix}.`)),
    ),
    ...markdownSection('Could not be checked', notRun.map(asPlainMarkdown)),
  ].join('\n\n');
}
