import { InfoCard } from '@backstage/core-components';
import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { CommonsKey } from '../../api/Gen3Api';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { useCommonsHealth } from '../../hooks/useCommonsHealth';
import { gen3TranslationRef } from '../../translation';
import { DataFacts } from '../DataFacts';
import { FailureNotice } from '../Notice';
import { Skeleton } from '../Skeleton';
import { ServicesTable } from './ServicesTable';

const useStyles = makeStyles(theme => ({
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    margin: theme.spacing(1, 0, 0),
  },
}));

/** Services of the commons whose entity page this is, with tags, status and evidence. @public */
export function ServicesCard() {
  const { metadata } = useEntity().entity;
  const { name, namespace = DEFAULT_NAMESPACE } = metadata;
  return (
    <Gen3QueryProvider>
      <Services commons={{ namespace, name }} />
    </Gen3QueryProvider>
  );
}

function Services({ commons }: { commons: CommonsKey }) {
  const classes = useStyles();
  const { t } = useTranslationRef(gen3TranslationRef);
  const { data, error, isPending, refetch } = useCommonsHealth(commons);
  return (
    <section aria-label={t('servicesCard.title')}>
      <InfoCard
        title={t('servicesCard.title')}
        titleTypographyProps={{ component: 'h2' }}
      >
        {error ? (
          <FailureNotice
            what={t('servicesCard.status')}
            error={error}
            stillWorks={t('servicesCard.stillWorks')}
            shownSince={data?.asOf}
            onRetry={refetch}
          />
        ) : null}
        {isPending ? (
          <Skeleton lines={8} label={t('servicesCard.loading')} />
        ) : null}
        {data ? (
          <>
            {data.health.services.length > 0 ? (
              <ServicesTable services={data.health.services} />
            ) : (
              <p>{t('servicesCard.none')}</p>
            )}
            <p className={classes.facts}>
              <DataFacts answer={data} busy={data.refreshing} />
            </p>
          </>
        ) : null}
      </InfoCard>
    </section>
  );
}
