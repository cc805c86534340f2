import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FleetRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles } from '@material-ui/core/styles';
import { gen3TranslationRef } from '../../translation';
import { CopyText } from '../CopyText';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', alignItems: 'center', gap: 4, minWidth: 0 },
  host: {
    fontFamily: 'monospace',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    minWidth: 0,
  },
  badge: {
    fontSize: 11,
    lineHeight: '16px',
    padding: '0 4px',
    border: `1px solid ${theme.palette.text.secondary}`,
    borderRadius: 3,
    color: theme.palette.text.secondary,
  },
}));

/** Hostname of a commons: the link to its page, a copy button and its role in a mesh. */
export function CommonsCell(props: {
  row: FleetRow;
  href: string | undefined;
}) {
  const { row, href } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(gen3TranslationRef);
  const title =
    row.title === row.hostname
      ? row.hostname
      : t('fleetPage.row.title', {
          title: row.title,
          hostname: row.hostname,
        });
  return (
    <span className={classes.root}>
      <span className={classes.host} title={title}>
        {href ? <Link to={href}>{row.hostname}</Link> : row.hostname}
      </span>
      <CopyText text={row.hostname} />
      {row.meshRole ? (
        <span className={classes.badge}>
          {t(`fleetPage.row.meshRole.${row.meshRole}`)}
        </span>
      ) : null}
    </span>
  );
}
