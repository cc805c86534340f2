import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import { useRef } from 'react';
import { gen3TranslationRef } from '../../translation';
import { ServiceValueLine } from './ServiceValueLine';
import { sayLineNow } from './sayLineNow';
import { linesOf, ServiceValues, withLine } from './serviceValues';
import { useOfferedLines } from './useOfferedLines';

/** A line for each service of which something is said, and a button for the next. */
export function ServiceValuesField(
  props: FieldExtensionComponentProps<ServiceValues> & {
    kind: 'tag' | 'replicas';
  },
) {
  const { formData, onChange, rawErrors = [], schema, kind } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const { services: known, commons } = useOfferedLines(
    kind,
    props.formContext?.formData,
  );
  const addButton = useRef<HTMLButtonElement>(null);
  const id = props.idSchema.$id;
  const lines = linesOf(formData);
  const taken = new Set(lines.map(({ service }) => service));
  const notScalable =
    kind === 'replicas'
      ? commons?.services.filter(({ scalable }) => !scalable) ?? []
      : [];
  const servicesOf = (own: string) => {
    const free = known.filter(({ name }) => name === own || !taken.has(name));
    const isKnown = own === '' || known.some(({ name }) => name === own);
    return isKnown ? free : [...free, { name: own, title: own }];
  };
  return (
    <div role="group" aria-labelledby={`${id}-label`}>
      <FormLabel id={`${id}-label`} error={rawErrors.length > 0}>
        {schema.title ?? t(`editFields.byService.${kind}`)}
      </FormLabel>
      <ul style={{ listStyle: 'none', margin: '8px 0', padding: 0 }}>
        {lines.map((line, index) => (
          // Lines have no name of their own: the service may change.
          <ServiceValueLine
            key={index}
            id={`${id}-${index}`}
            line={line}
            services={servicesOf(line.service)}
            now={sayLineNow({ service: line.service, kind, commons, t })}
            kind={kind}
            disabled={props.disabled}
            onChange={changed => onChange(withLine(formData, index, changed))}
            onRemove={() => {
              onChange(withLine(formData, index));
              // The button that had the focus is gone.
              addButton.current?.focus();
            }}
          />
        ))}
      </ul>
      <Button
        ref={addButton}
        size="small"
        variant="outlined"
        // One without a name at a time: two would be one.
        disabled={props.disabled || taken.has('')}
        onClick={() => onChange({ ...formData, '': '' })}
      >
        {t('editFields.byService.add')}
      </Button>
      <FormHelperText>{schema.description}</FormHelperText>
      {notScalable.length > 0 ? (
        <FormHelperText>
          {t('editFields.byService.notOffered', {
            services: notScalable.map(({ title }) => title).join(', '),
          })}
        </FormHelperText>
      ) : null}
    </div>
  );
}
