import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { HealthStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useTheme } from '@material-ui/core/styles';
import { saysStatus, toneOf } from '../../lib/status';
import { gen3TranslationRef } from '../../translation';
import { StatusIcon } from './StatusIcon';

/** Props of {@link StatusMark}. @public */
export interface StatusMarkProps {
  status: HealthStatus;
  /** Said in place of the status word, e.g. `fence` on a pill; screen readers then hear the status before it. */
  label?: string;
  /** Text and icon size in pixels. @defaultValue 13 */
  size?: number;
}

/** A status as everybody can read it: tone, icon and word. @public */
export function StatusMark({ status, label, size = 13 }: StatusMarkProps) {
  const theme = useTheme();
  const { t } = useTranslationRef(gen3TranslationRef);
  const word = t(`status.${status}`);
  return (
    <span
      style={{
        color: toneOf(status, theme.palette.type),
        display: 'inline-flex',
        verticalAlign: 'text-bottom',
        alignItems: 'center',
        gap: '0.35em',
        fontSize: size,
        fontWeight: status === 'up' ? 400 : 600,
        whiteSpace: 'nowrap',
      }}
    >
      <StatusIcon
        status={status}
        label={
          label === undefined || saysStatus(label, word)
            ? undefined
            : t('statusMark.spoken', { status: word })
        }
      />
      <span>{label ?? word}</span>
    </span>
  );
}
