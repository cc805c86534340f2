import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { isNeededAnswer } from '../lib/askPreflight';
import { AnswerName, fieldsOfTemplate } from '../lib/fieldsOfTemplate';
import { propertyOf } from '../lib/propertyOf';
import { gen3TranslationRef } from '../translation';

/**
 * How people know the answers of the template whose form is open. A field knows only its own page, so the scaffolder is asked for all of them. What no
 * field asks for, such as a key of the chart's values, keeps its name.
 */
export function useAnswerNames(): (answer: string) => AnswerName {
  const scaffolder = useApiHolder().get(scaffolderApiRef);
  const { namespace, templateName } = useParams();
  const { t } = useTranslationRef(gen3TranslationRef);
  const template =
    templateName &&
    stringifyEntityRef({ kind: 'Template', namespace, name: templateName });
  const { data: fields } = useQuery({
    queryKey: ['gen3', 'template-fields', template],
    queryFn:
      scaffolder && template
        ? async () => {
            const { steps } = await scaffolder.getTemplateParameterSchema(
              template,
            );
            return fieldsOfTemplate(steps);
          }
        : skipToken,
    // The form that is open does not change, either.
    staleTime: Infinity,
  });
  return answer =>
    fields?.get(propertyOf(answer)) ?? {
      title: isNeededAnswer(answer) ? t(`wizard.answer.${answer}`) : answer,
    };
}
