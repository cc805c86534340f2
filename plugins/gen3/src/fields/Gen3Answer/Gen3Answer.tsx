import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import FormHelperText from '@material-ui/core/FormHelperText';
import { Notice } from '../../components/Notice';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { gen3TranslationRef } from '../../translation';
import { AnswerFindings } from '../shared/AnswerFindings';
import { helpOf } from '../shared/helpOf';
import { useAnswerPreflight } from '../shared/useAnswerPreflight';
import { answerOf, drawnBy } from './answerOf';

function Answer(
  props: FieldExtensionComponentProps<string> & { answer: string },
) {
  const { answer, ...field } = props;
  const { idSchema, schema, uiSchema, registry, name } = field;
  const found = useAnswerPreflight(props.formContext?.formData, answer);
  const drawn = drawnBy(uiSchema);
  const help = helpOf(field);
  const Drawn = registry.fields[drawn];
  if (!Drawn) return null;
  const { 'ui:field': _, ...ownUi } = uiSchema;
  return (
    // As wide as the fields beside it: an empty list would be narrower than its label.
    <div style={{ display: 'flex', flexDirection: 'column' }}>
      <Drawn {...field} uiSchema={ownUi} />
      {drawn === 'StringField' && help ? (
        <FormHelperText>{help}</FormHelperText>
      ) : null}
      <AnswerFindings
        id={`${idSchema.$id}-findings`}
        label={schema.title ?? name}
        found={found}
      />
    </div>
  );
}

/** Any other field of the form, with what preflight finds about its answer below it. */
export function Gen3Answer(props: FieldExtensionComponentProps<string>) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const answer = answerOf(props.uiSchema);
  return answer ? (
    <Gen3QueryProvider>
      <Answer {...props} answer={answer} />
    </Gen3QueryProvider>
  ) : (
    <Notice tone="down">{t('wizard.badAnswer')}</Notice>
  );
}
