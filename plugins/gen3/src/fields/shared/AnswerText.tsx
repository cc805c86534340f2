import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { LaunchField } from '@gen3-csoc/backstage-plugin-gen3-common';
import TextField from '@material-ui/core/TextField';
import { usePreflight } from '../../hooks/usePreflight';
import { gen3TranslationRef } from '../../translation';
import { FindingLine } from './FindingLine';
import { PreflightState } from './PreflightState';

/** The first answer of the wizard: every other one can be judged with it. */
const EARLY = ['hostname'] as const;

/** A text with what preflight finds about it below. */
export function AnswerText(props: {
  field: FieldExtensionComponentProps<string>;
  answer: LaunchField;
  label: string;
  help: string;
}) {
  const { field, answer } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const preflight = usePreflight(field.formContext?.formData, EARLY);
  const id = field.idSchema.$id;
  const label = field.schema.title ?? props.label;
  const findings =
    preflight.answer?.findings.filter(({ where }) => where.field === answer) ??
    [];
  const isWrong = findings.some(({ severity }) => severity === 'error');
  return (
    <div>
      <TextField
        id={id}
        label={label}
        required={field.required}
        disabled={field.disabled}
        fullWidth
        error={isWrong || (field.rawErrors ?? []).length > 0}
        value={field.formData ?? ''}
        onChange={event => field.onChange(event.target.value || undefined)}
        helperText={field.schema.description ?? props.help}
        inputProps={{
          'aria-describedby': `${id}-helper-text ${id}-findings`,
          spellCheck: false,
          style: { fontFamily: 'monospace' },
        }}
      />
      <div
        id={`${id}-findings`}
        role="status"
        aria-label={t('wizard.findings', { what: label })}
      >
        {field.formData ? <PreflightState preflight={preflight} /> : null}
        {findings.map(finding => (
          <FindingLine key={finding.id + finding.what} finding={finding} />
        ))}
      </div>
    </div>
  );
}
