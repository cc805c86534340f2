import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useMemo } from 'react';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { useClonedServices } from '../../hooks/useClonedServices';
import { useOfferedRegistry } from '../../hooks/useOfferedRegistry';
import { SERVICE_ANSWERS } from '../../lib/propertyOf';
import {
  readServiceAnswers,
  ServiceChoice,
  standOfServices,
  withBundle,
  withService,
} from '../../lib/serviceChoice';
import { gen3TranslationRef } from '../../translation';
import { AnswerFindings } from '../shared/AnswerFindings';
import { useAnswerPreflight } from '../shared/useAnswerPreflight';
import { BundleList } from './BundleList';
import { ChosenSentence } from './ChosenSentence';
import { SingleServices } from './SingleServices';

/**
 * Field for the services of a commons: bundles first, then single services. What the chosen ones cannot work without is on by itself, and
 * says for whom.
 */
export function Gen3Services(
  props: FieldExtensionComponentProps<ServiceChoice>,
) {
  return (
    <Gen3QueryProvider>
      <ServicesForm {...props} />
    </Gen3QueryProvider>
  );
}

function ServicesForm(props: FieldExtensionComponentProps<ServiceChoice>) {
  const { formContext, formData, idSchema, onChange, schema } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const registry = useOfferedRegistry();
  const found = useAnswerPreflight(formContext?.formData, ...SERVICE_ANSWERS);
  // The form's data is one render behind the answer of this very field.
  const clonedServices = useClonedServices(formContext?.formData ?? {});
  const answers = useMemo(
    () => ({
      ...readServiceAnswers({
        ...formContext?.formData,
        serviceChoice: formData,
      }),
      clonedServices,
    }),
    [formContext?.formData, formData, clonedServices],
  );
  const stands = useMemo(
    () => standOfServices(answers, registry),
    [answers, registry],
  );
  const id = idSchema.$id;
  const label = schema.title ?? t('wizard.services.label');
  return (
    <section id={id} aria-label={label} tabIndex={-1}>
      {schema.description ? <p>{schema.description}</p> : null}
      {answers.mode === 'clone' ? <p>{t('wizard.services.cloned')}</p> : null}
      <ChosenSentence registry={registry} stands={stands} />
      <BundleList
        id={id}
        answers={answers}
        registry={registry}
        onToggle={bundle => onChange(withBundle(answers, bundle, registry))}
      />
      <SingleServices
        id={id}
        registry={registry}
        stands={stands}
        onToggle={name => onChange(withService(answers, name, registry))}
      />
      <AnswerFindings id={`${id}-findings`} label={label} found={found} />
    </section>
  );
}
