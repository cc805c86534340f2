import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { PreflightFinding } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Gen3ChangesClient } from '../client/Gen3ChangesClient';
import { ANSWERS_DESCRIPTION, answersOf } from './answersInput';
import { preflightExamples } from './createPreflightAction.examples';

/**
 * `gen3:preflight`: judges the answers of the wizard as the wizard does, and fails when there is an error. It changes nothing, in a dry run
 * or not.
 */
export function createPreflightAction(options: {
  client: Pick<Gen3ChangesClient, 'preflight'>;
}) {
  const { client } = options;
  return createTemplateAction({
    id: 'gen3:preflight',
    description:
      'Judges a Gen3 commons before it is proposed: hostname, cluster, services, release, database, secrets and more. Fails on errors.',
    examples: preflightExamples,
    supportsDryRun: true,
    schema: {
      input: {
        answers: z => z.record(z.unknown()).describe(ANSWERS_DESCRIPTION),
      },
      output: {
        findings: z =>
          z
            .array(
              z.object({
                id: z.string(),
                severity: z.string(),
                what: z.string(),
                fix: z.string(),
              }),
            )
            .describe('What preflight found, the worst first'),
        notRun: z =>
          z.array(z.string()).describe('What could not be checked, and why'),
      },
    },
    async handler(ctx) {
      const { findings, checks } = await client.preflight(
        answersOf(ctx.input.answers),
        {
          credentials: await ctx.getInitiatorCredentials(),
          signal: ctx.signal,
        },
      );
      const notRun = checks.flatMap(({ outcome, title, reason }) =>
        outcome === 'not-run' ? [`${title}: ${reason ?? 'unknown'}`] : [],
      );
      findings.forEach(finding => ctx.logger.info(describe(finding)));
      notRun.forEach(line => ctx.logger.info(`not run: ${line}`));
      ctx.output(
        'findings',
        findings.map(({ id, severity, what, fix }) => ({
          id,
          severity,
          what,
          fix,
        })),
      );
      ctx.output('notRun', notRun);
      const errors = findings.filter(({ severity }) => severity === 'error');
      if (errors.length > 0) {
        throw new InputError(errors.map(describe).join('\n'));
      }
    },
  });
}

function describe({ severity, what, fix, id }: PreflightFinding): string {
  return `${severity}: ${what}. ${fix} (${id})`;
}
