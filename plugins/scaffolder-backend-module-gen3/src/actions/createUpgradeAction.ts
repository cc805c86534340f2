import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { Gen3ChangesClient } from '../client/Gen3ChangesClient';
import { ownSignal } from '../client/ownSignal';
import type { PublishChange } from '../publish/publishChange';
import { acceptedFor, acceptInput } from './acceptInput';
import {
  type ChangeOutputs,
  changeOutputs,
  outputsOfChange,
  outputsOfDryRun,
} from './changeOutputs';
import { upgradeExamples } from './createUpgradeAction.examples';
import { filledIn } from './filledIn';
import { proposeWaves, tryWaves } from './proposeWaves';

/**
 * `gen3:upgrade:propose`: proposes another release for one commons or several, as a change each. All are judged before the first is proposed,
 * and either all are proposed or none, as far as the portal can take back what it did ({@link proposeWaves}). It may be repeated: the same step of the same task is the same changes.
 */
export function createUpgradeAction(options: {
  client: Pick<Gen3ChangesClient, 'dryRun' | 'propose' | 'close'>;
  publish: PublishChange;
}) {
  const { client, publish } = options;
  return createTemplateAction({
    id: 'gen3:upgrade:propose',
    description:
      'Proposes another release for Gen3 commons, or other tags for single services: a change for each in the GitOps repository of its source. A wave begins when all changes of the one before have succeeded.',
    examples: upgradeExamples,
    supportsDryRun: true,
    schema: {
      input: {
        waves: z =>
          z
            .array(z.array(z.string()).min(1))
            .min(1)
            .describe('Hostnames of commons, wave by wave'),
        release: z =>
          z
            .string()
            .optional()
            .describe('Monthly release for all services that have one'),
        imageTags: z =>
          z
            .record(z.string())
            .optional()
            .describe('Tags of single services by name; they win'),
        accept: acceptInput,
      },
      output: {
        changes: z =>
          z
            .array(
              z.object(
                Object.fromEntries(
                  Object.entries(changeOutputs).map(([name, schema]) => [
                    name,
                    schema(z),
                  ]),
                ),
              ),
            )
            .describe('The changes, in the order of the waves'),
        changePath: z =>
          z
            .string()
            .describe(
              'Path of the page of the change; of all upgrades, when there are several',
            ),
        title: z => z.string().describe('What is proposed, for people'),
      },
    },
    async handler(ctx) {
      const { accept, waves: asked, ...given } = ctx.input;
      requireOnce(asked.flat());
      const edit = filledIn(given);
      const waves = asked.map(wave =>
        wave.map(hostname => ({
          ...edit,
          kind: 'upgrade',
          hostname,
          accept: acceptedFor(hostname, accept),
        })),
      );
      const by = {
        credentials: await ctx.getInitiatorCredentials(),
        signal: ctx.signal,
      };
      const key = `${ctx.task.id}/${ctx.step?.id ?? 'propose'}`;
      const keyOf = ({ hostname }: { hostname: string }) =>
        `${key}/${hostname}`;
      // With the keys: a task that goes on after a crash may have proposed some of them.
      const judge = () =>
        tryWaves(waves, change =>
          client.dryRun(
            ctx.isDryRun
              ? change
              : { ...change, idempotencyKey: keyOf(change) },
            by,
          ),
        );
      const say = (changes: ChangeOutputs[]) => {
        ctx.output('changes', changes);
        ctx.output('changePath', pathOf(changes));
        ctx.output('title', titleOf(changes, waves.length));
      };
      if (ctx.isDryRun) {
        const tried = await judge();
        tried.forEach(({ title }) =>
          ctx.logger.info(`Would propose "${title}"`),
        );
        say(tried.map(outputsOfDryRun));
        return;
      }
      const proposed = await ctx.checkpoint({
        key: 'gen3.upgrade.propose',
        fn: async () => {
          await judge();
          const changes = await proposeWaves(waves, {
            logger: ctx.logger,
            signal: ctx.signal,
            close: (id, reason) =>
              client.close(
                id,
                { reason },
                { ...by, signal: ownSignal.cleanUp() },
              ),
            propose: async change => {
              const idempotencyKey = keyOf(change);
              const begun = await client.propose(
                { ...change, idempotencyKey },
                { ...by, signal: ownSignal.propose() },
              );
              ctx.logger.info(`Proposed "${begun.title}"`);
              return begun;
            },
            publish: change =>
              publish(change, {
                context: ctx,
                asked: by,
                whenRefused: 'give up',
              }),
          });
          return changes.map(outputsOfChange);
        },
      });
      say(proposed);
    },
  });
}

function requireOnce(hostnames: readonly string[]): void {
  const twice = hostnames.find(
    (hostname, index) => hostnames.indexOf(hostname) !== index,
  );
  if (twice === undefined) return;
  throw new InputError(
    `waves: "${twice}" is in them twice; a commons is upgraded once`,
  );
}

function pathOf(changes: readonly ChangeOutputs[]): string {
  const [first, ...others] = changes;
  return first && others.length === 0
    ? first.changePath
    : '/changes?kind=upgrade';
}

function titleOf(changes: readonly ChangeOutputs[], waves: number): string {
  const [first, ...others] = changes;
  if (first && others.length === 0) return first.title;
  const when = waves === 1 ? 'one wave' : `${waves} waves`;
  return `Upgrade ${changes.length} commons in ${when}`;
}
