import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { gen3TranslationRef } from '../../translation';
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

/**
 * Every service as a pill, in the order that the server gives them, worst first; each that is in the catalog leads to its
 * page.
 */
export function ServicePills(props: {
  services: CommonsHealthResponse['health']['services'];
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <Section title={t('healthCard.services.title')}>
      <ul className={classes.list} aria-label={t('healthCard.services.title')}>
        {props.services.map(({ name, status, reason, entityRef }) => {
          const mark = <StatusMark status={status} label={name} />;
          return (
            <li key={name} title={reason}>
              {entityRef ? (
                <EntityRefLink entityRef={entityRef} className={classes.pill}>
                  {mark}
                </EntityRefLink>
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
