import {
  createTemplateAction,
  type TemplateExample,
} from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { Gen3ChangesClient } from '../client/Gen3ChangesClient';
import type { PublishChange } from '../publish/publishChange';
import { acceptedFor, acceptInput } from './acceptInput';
import {
  changeOutputs,
  outputsOfChange,
  outputsOfDryRun,
  sayOutputs,
} from './changeOutputs';

/** Schemas of inputs, as the scaffolder takes them. */
type InputSchemas = NonNullable<
  Parameters<typeof createTemplateAction>[0]['schema']
>['input'] &
  object;

/** What differs between the actions that propose one change. */
export interface ProposeActionOptions {
  client: Pick<Gen3ChangesClient, 'dryRun' | 'propose'>;
  publish: PublishChange;
  kind: 'launch' | 'maintenance' | 'scale' | 'retire';
  description: string;
  examples: TemplateExample[];
  /** Inputs besides `accept`. */
  inputs: InputSchemas;
  /** What is asked for, as `POST /changes` takes it, without its kind. */
  changeOf: (inputs: Record<string, unknown>) => JsonObject;
}

/**
 * Makes the action `gen3:<kind>:propose`, which proposes one change in git. It may be repeated: the same step of the same task is the same
 * change. A dry run judges it in the same way, refuses what would be refused, and proposes nothing.
 */
export function createProposeAction(options: ProposeActionOptions) {
  const { client, publish, kind, description, examples, inputs } = options;
  return createTemplateAction({
    id: `gen3:${kind}:propose`,
    description,
    examples,
    supportsDryRun: true,
    schema: {
      input: { ...inputs, accept: acceptInput },
      output: changeOutputs,
    },
    async handler(ctx) {
      const { accept, ...given } = ctx.input;
      const change = options.changeOf(given);
      const { hostname } = change;
      const body = {
        kind,
        ...change,
        accept: acceptedFor(
          typeof hostname === 'string' ? hostname : undefined,
          accept,
        ),
      };
      const asked = {
        credentials: await ctx.getInitiatorCredentials(),
        signal: ctx.signal,
      };
      if (ctx.isDryRun) {
        const tried = await client.dryRun(body, asked);
        ctx.logger.info(
          `Would propose "${tried.title}"; a dry run proposes nothing`,
        );
        sayOutputs(ctx, outputsOfDryRun(tried));
        return;
      }
      const idempotencyKey = `${ctx.task.id}/${ctx.step?.id ?? 'propose'}`;
      const proposed = await ctx.checkpoint({
        key: `gen3.${kind}.propose`,
        fn: async () => {
          const begun = await client.propose(
            { ...body, idempotencyKey },
            asked,
          );
          const by = { context: ctx, asked, whenRefused: 'give up' } as const;
          return outputsOfChange(await publish(begun, by));
        },
      });
      ctx.logger.info(
        `Proposed "${proposed.title}" on branch ${proposed.branch}`,
      );
      sayOutputs(ctx, proposed);
    },
  });
}
