import { InfoCard } from '@backstage/core-components';
import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import { GEN3_ANNOTATIONS } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import {
  useCommonsHealth,
  useRefreshCommons,
} from '../../hooks/useCommonsHealth';
import { CommonsKey } from '../../api/Gen3Api';
import { gen3TranslationRef } from '../../translation';
import { FailureNotice } from '../Notice';
import { Skeleton } from '../Skeleton';
import { CheckList } from './CheckList';
import { FreshnessLine } from './FreshnessLine';
import { GitFindings } from './GitFindings';
import { HealthHeadline } from './HealthHeadline';
import { JourneyList } from './JourneyList';
import { OngoingChange } from './OngoingChange';
import { Recently } from './Recently';
import { ScoreLine } from './ScoreLine';
import { ServicePills } from './ServicePills';

/** Health of the commons whose entity page this is. @public */
export function HealthCard() {
  const { metadata } = useEntity().entity;
  const { name, namespace = DEFAULT_NAMESPACE, annotations } = metadata;
  return (
    <Gen3QueryProvider>
      <Health
        commons={{ namespace, name }}
        hostname={annotations?.[GEN3_ANNOTATIONS.hostname]}
      />
    </Gen3QueryProvider>
  );
}

function Health(props: { commons: CommonsKey; hostname: string | undefined }) {
  const { commons, hostname } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const { data, error, isPending, refetch } = useCommonsHealth(commons);
  const refresh = useRefreshCommons(commons);
  return (
    <section aria-label={t('healthCard.title')}>
      <InfoCard
        title={t('healthCard.title')}
        titleTypographyProps={{ component: 'h2' }}
      >
        <div style={{ display: 'grid', gap: 12 }}>
          {error ? (
            <FailureNotice
              what={t('healthCard.title')}
              error={error}
              stillWorks={t('healthCard.stillWorks')}
              shownSince={data?.asOf}
              onRetry={refetch}
            />
          ) : null}
          {isPending ? (
            <Skeleton lines={6} label={t('healthCard.loading')} />
          ) : null}
          {data ? (
            <>
              <HealthHeadline answer={data} />
              <OngoingChange hostname={data.hostname} />
              <ScoreLine score={data.health.score} />
              <JourneyList journeys={data.health.journeys} />
              <ServicePills services={data.health.services} />
              <CheckList answer={data} />
              <Recently transitions={data.transitions} />
              <FreshnessLine
                answer={data}
                asking={refresh.isPending}
                refused={refresh.error ?? undefined}
                onRefresh={() => refresh.mutate()}
              />
            </>
          ) : null}
          {hostname && !isPending ? <GitFindings hostname={hostname} /> : null}
        </div>
      </InfoCard>
    </section>
  );
}
