import { HealthStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useTheme } from '@material-ui/core/styles';
import SvgIcon from '@material-ui/core/SvgIcon';
import { toneOf } from '../../lib/status';

/**
 * A state that is no health, as everybody can read it: tone, icon and word. It borrows the tone of a status, and not its icon or word:
 * an open change is not in maintenance.
 */
export function StateMark(props: {
  tone: HealthStatus;
  icon: typeof SvgIcon;
  word: string;
  /** Text and icon size in pixels. @defaultValue 13 */
  size?: number;
}) {
  const { tone, icon: Icon, word, size = 13 } = props;
  const theme = useTheme();
  return (
    <span
      style={{
        color: toneOf(tone, theme.palette.type),
        display: 'inline-flex',
        verticalAlign: 'text-bottom',
        alignItems: 'center',
        gap: '0.35em',
        fontSize: size,
        fontWeight: tone === 'up' || tone === 'unknown' ? 400 : 600,
        whiteSpace: 'nowrap',
      }}
    >
      <Icon style={{ fontSize: '1.25em' }} aria-hidden />
      <span>{word}</span>
    </span>
  );
}
