import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  FieldExtensionComponentProps,
  makeFieldSchema,
} from '@backstage/plugin-scaffolder-react';
import { LaunchField } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { Suggestions } from '../../lib/suggestion';
import { gen3TranslationRef } from '../../translation';
import { AnswerText } from './AnswerText';
import { Gen3Field } from './Gen3Field';
import { validateAnswer } from './validateAnswer';

/** What the field of an answer is made of. */
export interface AnswerFieldOptions {
  /** Value of `ui:field`. */
  name: string;
  answer: LaunchField;
  /** Its words below `wizard`. */
  words: 'hostname' | 'clone' | 'cluster' | 'release' | 'mesh' | 'dictionary';
  /** Hook for what one may choose instead of typing. Absent: one only types. */
  useSuggestions?: (formData: Record<string, unknown>) => Suggestions;
  /** Whether the other answers ask for this one. @defaultValue always */
  isAskedFor?: (formData: Record<string, unknown>) => boolean;
}

/** Makes the field of an answer that is one line of text; preflight judges it while somebody types. */
export function createAnswerField(
  options: AnswerFieldOptions,
): Gen3Field<string> {
  const { name, answer, words, useSuggestions = useNothing } = options;
  const { isAskedFor = () => true } = options;
  function Answer(field: FieldExtensionComponentProps<string>) {
    const { t } = useTranslationRef(gen3TranslationRef);
    return (
      <AnswerText
        field={field}
        answer={answer}
        label={t(`wizard.${words}.label`)}
        help={t(`wizard.${words}.help`)}
        suggestions={useSuggestions(field.formContext?.formData ?? {})}
      />
    );
  }
  return {
    name,
    component: props =>
      isAskedFor(props.formContext?.formData ?? {}) ? (
        <Gen3QueryProvider>
          <Answer {...props} />
        </Gen3QueryProvider>
      ) : null,
    validation: validateAnswer(answer),
    schema: makeFieldSchema({ output: z => z.string() }),
  };
}

function useNothing(): Suggestions | undefined {
  return undefined;
}
