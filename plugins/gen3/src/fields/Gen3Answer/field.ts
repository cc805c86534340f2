import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { Gen3Field } from '../shared/Gen3Field';
import { validateAnswer } from '../shared/validateAnswer';
import { answerOf } from './answerOf';
import { Gen3Answer } from './Gen3Answer';

/** `ui:field: Gen3Answer`, any answer that has no field of its own; `ui:options` names it (`answer`), and the field that is drawn (`field`). */
export const gen3Answer: Gen3Field<string> = {
  name: 'Gen3Answer',
  component: Gen3Answer,
  validation: async (value, field, context) => {
    const answer = answerOf(context.uiSchema);
    if (answer) await validateAnswer(answer)(value, field, context);
  },
  schema: makeFieldSchema({ output: z => z.string() }),
};
