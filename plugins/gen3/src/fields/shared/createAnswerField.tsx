import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  FieldExtensionComponentProps,
  makeFieldSchema,
} from '@backstage/plugin-scaffolder-react';
import { LaunchField } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { gen3TranslationRef } from '../../translation';
import { AnswerText } from './AnswerText';
import { Gen3Field } from './Gen3Field';
import { validateAnswer } from './validateAnswer';

/** Makes the field of an answer that is one line of text; preflight judges it while somebody types. */
export function createAnswerField(options: {
  /** Value of `ui:field`. */
  name: string;
  answer: LaunchField;
  /** Its words below `wizard`. */
  words: 'hostname' | 'cluster' | 'release' | 'mesh' | 'dictionary';
}): Gen3Field<string> {
  const { name, answer, words } = options;
  return {
    name,
    component: function AnswerField(
      props: FieldExtensionComponentProps<string>,
    ) {
      const { t } = useTranslationRef(gen3TranslationRef);
      return (
        <Gen3QueryProvider>
          <AnswerText
            field={props}
            answer={answer}
            label={t(`wizard.${words}.label`)}
            help={t(`wizard.${words}.help`)}
          />
        </Gen3QueryProvider>
      );
    },
    validation: validateAnswer(answer),
    schema: makeFieldSchema({ output: z => z.string() }),
  };
}
