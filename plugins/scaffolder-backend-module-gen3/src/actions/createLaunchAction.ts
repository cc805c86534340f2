import { answersOf, ANSWERS_DESCRIPTION } from './answersInput';
import { proposeLaunchExamples } from './createLaunchAction.examples';
import {
  createProposeAction,
  type ProposeActionOptions,
} from './createProposeAction';

/** `gen3:launch:propose`: proposes the launch of a commons. */
export function createLaunchAction(
  options: Pick<ProposeActionOptions, 'client' | 'publish'>,
) {
  return createProposeAction({
    ...options,
    kind: 'launch',
    description:
      'Proposes the launch of a Gen3 commons as a change in the GitOps repository of a source. Preflight judges it once more; every warning has to be accepted with a reason.',
    examples: proposeLaunchExamples,
    inputs: {
      answers: z => z.record(z.unknown()).describe(ANSWERS_DESCRIPTION),
    },
    changeOf: ({ answers }) => ({ answers: answersOf(answers) }),
  });
}
