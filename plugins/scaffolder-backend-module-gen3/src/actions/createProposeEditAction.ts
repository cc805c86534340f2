import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { EditRequest } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { z as zod } from 'zod';
import type { Gen3ChangesClient } from '../client/Gen3ChangesClient';
import type { PublishChange } from '../publish/publishChange';

/** Schemas of inputs, as the scaffolder takes them. */
type InputSchemas = NonNullable<
  Parameters<typeof createTemplateAction>[0]['schema']
>['input'] &
  object;

/** What differs between the kinds of edits. */
export interface EditActionOptions {
  client: Pick<Gen3ChangesClient, 'preflightEdit' | 'proposeEdit'>;
  publish: PublishChange;
  kind: EditRequest['kind'];
  description: string;
  examples: TemplateExample[];
  /** Inputs besides `hostname` and `accept`. */
  inputs: InputSchemas;
}

const json = zod.json();

/**
 * Makes the action `gen3:<kind>:propose`, which proposes an edit of a commons as a change in git. It may be repeated: the same step of the
 * same task is the same change. A dry run judges the edit and proposes nothing.
 */
export function createProposeEditAction(options: EditActionOptions) {
  const { client, publish, kind, description, examples, inputs } = options;
  return createTemplateAction({
    id: `gen3:${kind}:propose`,
    description,
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        hostname: z => z.string().describe('Hostname of the commons'),
        ...inputs,
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
            .describe('Warnings that the author answers for'),
      },
      output: {
        changeId: z => z.string().describe('Id of the change'),
        changePath: z => z.string().describe('Path of its page in the portal'),
        entityRef: z => z.string().describe('Entity reference of the commons'),
        title: z => z.string().describe('Title of the change'),
        branch: z => z.string().describe('Branch that holds the files'),
        url: z =>
          z
            .string()
            .describe(
              'Page of the pull request; empty: it is reviewed in the portal',
            ),
        files: z =>
          z.array(z.string()).describe('Paths of the files that change'),
      },
    },
    async handler(ctx) {
      const { accept = [], ...input } = ctx.input;
      const edit = editOf(kind, input);
      const asked = {
        credentials: await ctx.getInitiatorCredentials(),
        signal: ctx.signal,
      };
      if (ctx.isDryRun) {
        const judged = await client.preflightEdit(edit, asked);
        judged.findings.forEach(({ severity, what, fix, id }) =>
          ctx.logger.info(`${severity}: ${what}. ${fix} (${id})`),
        );
        ctx.logger.info(
          `Would propose "${judged.edit?.title}"; a dry run proposes nothing`,
        );
        ctx.output('changeId', 'dry-run');
        ctx.output('changePath', '/changes');
        ctx.output('entityRef', judged.edit?.entityRef ?? '');
        ctx.output('title', judged.edit?.title ?? '');
        ctx.output('branch', 'dry-run');
        ctx.output('url', '');
        ctx.output('files', judged.edit?.files ?? []);
        return;
      }
      const change = await ctx.checkpoint({
        key: `gen3.${kind}.propose`,
        fn: async () => {
          const proposed = await client.proposeEdit(
            {
              ...edit,
              accept,
              idempotencyKey: `${ctx.task.id}/${ctx.step?.id ?? 'propose'}`,
            },
            asked,
          );
          const { id, entityRef, title, branch, files, url } = await publish(
            proposed,
            { context: ctx, asked },
          );
          const paths = files.map(({ path }) => path);
          return { id, entityRef, title, branch, paths, url: url ?? '' };
        },
      });
      ctx.logger.info(`Proposed "${change.title}" on branch ${change.branch}`);
      ctx.output('changeId', change.id);
      ctx.output('changePath', `/changes/${change.id}`);
      ctx.output('entityRef', change.entityRef);
      ctx.output('title', change.title);
      ctx.output('branch', change.branch);
      ctx.output('url', change.url);
      ctx.output('files', change.paths);
    },
  });
}

/** A form gives an empty text for what nobody filled in. */
function editOf(kind: string, input: Record<string, unknown>): JsonObject {
  const given = Object.entries(input).flatMap(
    ([name, value]): [string, JsonValue][] =>
      value === undefined || value === null || value === ''
        ? []
        : [[name, json.parse(value)]],
  );
  return { kind, ...Object.fromEntries(given) };
}
