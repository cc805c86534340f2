import { createProposeEditAction } from './createProposeEditAction';
import {
  maintenanceExamples,
  retireExamples,
  scaleExamples,
  upgradeExamples,
} from './createEditActions.examples';
import type { Gen3ChangesClient } from '../client/Gen3ChangesClient';
import type { PublishChange } from '../publish/publishChange';

/** The actions that propose edits of a commons that there is: `gen3:upgrade:propose`, `gen3:maintenance:propose`, `gen3:scale:propose` and `gen3:retire:propose`. */
export function createEditActions(options: {
  client: Pick<Gen3ChangesClient, 'preflightEdit' | 'proposeEdit'>;
  publish: PublishChange;
}) {
  return [
    createProposeEditAction({
      ...options,
      kind: 'upgrade',
      description:
        'Proposes another release for a Gen3 commons, or other tags for single services, as a change in the GitOps repository of its source.',
      examples: upgradeExamples,
      inputs: {
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
        after: z =>
          z
            .array(z.string())
            .optional()
            .describe(
              'Ids of the changes of the wave before, which have to succeed first',
            ),
      },
    }),
    createProposeEditAction({
      ...options,
      kind: 'maintenance',
      description:
        'Proposes that a Gen3 commons shows its maintenance page, or that it shows itself again.',
      examples: maintenanceExamples,
      inputs: {
        mode: z => z.enum(['on', 'off']).describe('on: the maintenance page'),
      },
    }),
    createProposeEditAction({
      ...options,
      kind: 'scale',
      description: 'Proposes how many pods services of a Gen3 commons have.',
      examples: scaleExamples,
      inputs: {
        replicas: z =>
          z
            .record(z.number())
            .describe('Number of pods by name of the service'),
      },
    }),
    createProposeEditAction({
      ...options,
      kind: 'retire',
      description:
        'Proposes to take a Gen3 commons away, in two steps: stand-down shows its users the maintenance page, remove deletes its Application. The change lists what stays behind.',
      examples: retireExamples,
      inputs: {
        step: z => z.enum(['stand-down', 'remove']).describe('Which step'),
        confirm: z => z.string().describe('The hostname once more, typed'),
      },
    }),
  ];
}
