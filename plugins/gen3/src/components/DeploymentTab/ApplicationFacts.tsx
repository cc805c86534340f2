import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ApplicationRow,
  describeDuration,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { gen3TranslationRef } from '../../translation';
import { deploymentMessages } from '../../translation/deployment';
import { Age } from '../Age';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 3),
    margin: 0,
    fontSize: 13,
    overflowWrap: 'anywhere',
    '& dt': { fontSize: 12, color: theme.palette.text.secondary },
    '& dd': { margin: 0 },
  },
}));

/** What Argo CD says of an Application in a word each, the last sync, and when it looked. */
export function ApplicationFacts(props: { application: ApplicationRow }) {
  const classes = useStyles();
  const { t } = useTranslationRef(gen3TranslationRef);
  const { sync, health, operation, reconciledAt } = props.application;
  const notSaid = t('deploymentTab.argocd.notSaid');
  const facts: [keyof typeof deploymentMessages.argocd.fact, ReactNode][] = [
    ['sync', sync ?? notSaid],
    ['health', health ?? notSaid],
    ['reconciled', <Age key="reconciled" at={reconciledAt} as="ago" />],
    ['operation', <Operation key="operation" operation={operation} />],
  ];
  return (
    <dl className={classes.list}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`deploymentTab.argocd.fact.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Operation({ operation }: Pick<ApplicationRow, 'operation'>) {
  const { t } = useTranslationRef(gen3TranslationRef);
  if (!operation) return <>{t('age.never')}</>;
  const { phase, message, startedAt, finishedAt } = operation;
  const tookMs =
    startedAt && finishedAt
      ? Date.parse(finishedAt) - Date.parse(startedAt)
      : undefined;
  return (
    <>
      {phase} <Age at={finishedAt ?? startedAt} as="ago" />
      {tookMs !== undefined && tookMs >= 0
        ? `, ${t('deploymentTab.argocd.took', {
            duration: describeDuration(tookMs),
          })}`
        : null}
      {message ? `: ${message}` : null}
    </>
  );
}
