import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  ServiceHealth,
  serviceEntityName,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { StatusMark } from '../StatusMark';
import { Section } from './Section';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  pill: {
    display: 'inline-block',
    padding: theme.spacing(0.25, 1),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 12,
  },
}));

/** Every service as a pill, in the order that the server gives them, worst first; each leads to the service's page. */
export function ServicePills(props: {
  services: ServiceHealth[];
  commons: string;
  namespace: string;
}) {
  const classes = useStyles();
  const entityLink = useRouteRef(entityRouteRef);
  return (
    <Section title="Services">
      <ul className={classes.list} aria-label="Services">
        {props.services.map(({ name, status, reason }) => {
          const mark = <StatusMark status={status} label={name} />;
          const href = entityLink?.({
            kind: 'component',
            namespace: props.namespace,
            name: serviceEntityName(props.commons, name),
          });
          return (
            <li key={name} title={reason}>
              {href ? (
                <Link to={href} className={classes.pill}>
                  {mark}
                </Link>
              ) : (
                <span className={classes.pill}>{mark}</span>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
