import { HealthStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import Build from '@material-ui/icons/Build';
import Cancel from '@material-ui/icons/Cancel';
import CheckCircle from '@material-ui/icons/CheckCircle';
import Help from '@material-ui/icons/Help';
import Warning from '@material-ui/icons/Warning';

const ICONS = {
  down: Cancel,
  degraded: Warning,
  unknown: Help,
  maintenance: Build,
  up: CheckCircle,
};

/** Shape of a status: cross, triangle, question mark, wrench, check. Without `label` it is decoration beside a word. */
export function StatusIcon(props: { status: HealthStatus; label?: string }) {
  const Icon = ICONS[props.status];
  const style = { fontSize: '1.25em' };
  return props.label ? (
    <Icon style={style} titleAccess={props.label} />
  ) : (
    <Icon style={style} aria-hidden />
  );
}
