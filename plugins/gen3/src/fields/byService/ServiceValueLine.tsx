import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { gen3TranslationRef } from '../../translation';
import { ServiceValue } from './serviceValues';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(1),
  },
  text: { flex: '1 1 160px' },
  // Beside the texts, whose labels are above them.
  remove: { marginTop: theme.spacing(1.5) },
}));

/** A service, chosen of those that have no line yet, and what is said of it. */
export function ServiceValueLine(props: {
  id: string;
  line: ServiceValue;
  /** Names of services that can be chosen, its own among them. */
  services: { name: string; title: string }[];
  /** What the commons has now, as far as that is known. */
  now: { text: string; isWrong: boolean } | undefined;
  kind: 'tag' | 'replicas';
  disabled?: boolean;
  onChange: (line: ServiceValue) => void;
  onRemove: () => void;
}) {
  const { id, line, services, now, kind, disabled, onChange, onRemove } = props;
  const { service, value } = line;
  const { t } = useTranslationRef(gen3TranslationRef);
  const classes = useStyles();
  const label = t(`editFields.byService.${kind}`);
  return (
    <li className={classes.line}>
      <TextField
        id={`${id}-service`}
        className={classes.text}
        select
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
        label={t('editFields.byService.service')}
        disabled={disabled}
        value={service}
        onChange={({ target }) => onChange({ ...line, service: target.value })}
      >
        <option value="">{t('editFields.byService.choose')}</option>
        {services.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </TextField>
      <TextField
        id={`${id}-value`}
        className={classes.text}
        type={kind === 'replicas' ? 'number' : 'text'}
        label={label}
        disabled={disabled}
        value={value}
        helperText={now?.text}
        error={now?.isWrong}
        inputProps={{
          'aria-label': service ? `${label}: ${service}` : label,
          // Our validation says what is wrong, the browser's would come before it.
          ...(kind === 'replicas' ? { step: 'any' } : {}),
        }}
        onChange={({ target }) =>
          onChange({
            service,
            value:
              kind === 'replicas' && target.value !== ''
                ? Number(target.value)
                : target.value,
          })
        }
      />
      <Button
        className={classes.remove}
        size="small"
        disabled={disabled}
        onClick={onRemove}
        aria-label={t('editFields.byService.removeOf', {
          service: service || t('editFields.byService.service'),
        })}
      >
        {t('editFields.byService.remove')}
      </Button>
    </li>
  );
}
