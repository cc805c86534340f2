import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { Gen3ChangesClient } from '../client/Gen3ChangesClient';
import type { PublishChange } from '../publish/publishChange';
import { changeOutputs, outputsOfChange, sayOutputs } from './changeOutputs';
import { openExamples } from './createOpenAction.examples';

/**
 * `gen3:change:open`: opens the pull request of a change that nobody has opened, as of one that has waited for others, for its author; of one that is
 * open it says where. What the portal refuses is refused, and a dry run asks it as well and opens nothing. The change stays as it is when its host
 * refuses, so that its author can try again.
 */
export function createOpenAction(options: {
  client: Pick<Gen3ChangesClient, 'open'>;
  publish: PublishChange;
}) {
  const { client, publish } = options;
  return createTemplateAction({
    id: 'gen3:change:open',
    description:
      'Opens the pull request of a change of a Gen3 commons that has waited for others, once all of them have succeeded. Only its author can.',
    examples: openExamples,
    supportsDryRun: true,
    schema: {
      input: {
        // Nothing else gets into an address, which logs have.
        changeId: z => z.string().uuid().describe('Id of the change'),
      },
      output: changeOutputs,
    },
    async handler(ctx) {
      const { changeId } = ctx.input;
      const asked = {
        credentials: await ctx.getInitiatorCredentials(),
        signal: ctx.signal,
      };
      const open = async () => {
        const change = await client.open(changeId, asked);
        if (!ctx.isDryRun) {
          return outputsOfChange(
            await publish(change, {
              context: ctx,
              asked,
              whenRefused: 'keep',
            }),
          );
        }
        ctx.logger.info(
          change.pullRequest
            ? `Would open the pull request of "${change.title}"; a dry run opens nothing`
            : `"${change.title}" has its pull request`,
        );
        return outputsOfChange(change);
      };
      const outputs = ctx.isDryRun
        ? await open()
        : await ctx.checkpoint({ key: 'gen3.change.open', fn: open });
      sayOutputs(ctx, outputs);
    },
  });
}
