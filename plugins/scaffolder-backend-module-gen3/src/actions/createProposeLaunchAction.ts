import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { Gen3ChangesClient } from '../client/Gen3ChangesClient';
import type { PublishChange } from '../publish/publishChange';
import { ANSWERS_DESCRIPTION, answersOf } from './answersInput';
import { proposeLaunchExamples } from './createProposeLaunchAction.examples';

/**
 * `gen3:launch:propose`: proposes the launch of a commons as a change in git. It may be repeated: the same step of the same task is the same
 * change. A dry run judges the answers and proposes nothing.
 */
export function createProposeLaunchAction(options: {
  client: Pick<Gen3ChangesClient, 'preflight' | 'propose'>;
  publish: PublishChange;
}) {
  const { client, publish } = options;
  return createTemplateAction({
    id: 'gen3:launch:propose',
    description:
      'Proposes the launch of a Gen3 commons as a change in the GitOps repository of a source. Preflight judges it once more; every warning has to be accepted with a reason.',
    examples: proposeLaunchExamples,
    supportsDryRun: true,
    schema: {
      input: {
        answers: z => z.record(z.unknown()).describe(ANSWERS_DESCRIPTION),
        accept: z =>
          z
            .array(
              z.object({
                id: z.string().describe('Id of the finding'),
                where: z
                  .string()
                  .optional()
                  .describe(
                    'Its value or answer, where a check has several warnings',
                  ),
                reason: z.string().describe('Why it is fine'),
              }),
            )
            .optional()
            .describe('Warnings of preflight that the author answers for'),
      },
      output: {
        changeId: z => z.string().describe('Id of the change'),
        changePath: z => z.string().describe('Path of its page in the portal'),
        entityRef: z =>
          z.string().describe('Entity reference that the commons will have'),
        title: z => z.string().describe('Title of the change'),
        branch: z => z.string().describe('Branch that holds the files'),
        url: z =>
          z
            .string()
            .describe(
              'Page of the pull request; empty: it is reviewed in the portal',
            ),
      },
    },
    async handler(ctx) {
      const answers = answersOf(ctx.input.answers);
      const asked = {
        credentials: await ctx.getInitiatorCredentials(),
        signal: ctx.signal,
      };
      if (ctx.isDryRun) {
        const { summary } = await client.preflight(answers, asked);
        ctx.logger.info(
          `Would propose ${summary?.hostname} with ${summary?.files.length} files; a dry run proposes nothing`,
        );
        ctx.output('changeId', 'dry-run');
        ctx.output('changePath', '/changes');
        ctx.output('entityRef', `system:default/${summary?.hostname}`);
        ctx.output('title', `Launch ${summary?.hostname}`);
        ctx.output('branch', 'dry-run');
        ctx.output('url', '');
        return;
      }
      const change = await ctx.checkpoint({
        key: 'gen3.launch.propose',
        fn: async () => {
          const proposed = await client.propose(
            {
              answers,
              accept: ctx.input.accept ?? [],
              idempotencyKey: `${ctx.task.id}/${ctx.step?.id ?? 'propose'}`,
            },
            asked,
          );
          const { id, entityRef, title, branch, url } = await publish(
            proposed,
            { context: ctx, asked },
          );
          return { id, entityRef, title, branch, url: url ?? '' };
        },
      });
      ctx.logger.info(`Proposed "${change.title}" on branch ${change.branch}`);
      ctx.output('changeId', change.id);
      ctx.output('changePath', `/changes/${change.id}`);
      ctx.output('entityRef', change.entityRef);
      ctx.output('title', change.title);
      ctx.output('branch', change.branch);
      ctx.output('url', change.url);
    },
  });
}
