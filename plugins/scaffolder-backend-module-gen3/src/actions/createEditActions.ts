import {
  maintenanceExamples,
  retireExamples,
  scaleExamples,
} from './createEditActions.examples';
import {
  createProposeAction,
  type ProposeActionOptions,
} from './createProposeAction';
import { filledIn } from './filledIn';

/** The actions that propose an edit of one commons: `gen3:maintenance:propose`, `gen3:scale:propose` and `gen3:retire:propose`. */
export function createEditActions(
  options: Pick<ProposeActionOptions, 'client' | 'publish'>,
) {
  const createEditAction = (
    edit: Omit<ProposeActionOptions, 'client' | 'publish' | 'changeOf'>,
  ) =>
    createProposeAction({
      ...options,
      ...edit,
      inputs: {
        hostname: z => z.string().describe('Hostname of the commons'),
        ...edit.inputs,
      },
      changeOf: filledIn,
    });
  return [
    createEditAction({
      kind: 'maintenance',
      description:
        'Proposes that a Gen3 commons shows its maintenance page, or that it shows itself again.',
      examples: maintenanceExamples,
      inputs: {
        mode: z => z.enum(['on', 'off']).describe('on: the maintenance page'),
      },
    }),
    createEditAction({
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
    createEditAction({
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
