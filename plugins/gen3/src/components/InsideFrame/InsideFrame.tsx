import { InfoCard, Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import { WorkloadsResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { ReactNode } from 'react';
import { LAYER_DOCS } from '../../lib/docs';
import { hasKubernetesTab } from '../../lib/hasKubernetesTab';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';
import { ConfigLines } from '../ConfigLines';
import { FailureNotice, Notice } from '../Notice';
import { Skeleton } from '../Skeleton';

/** What all answers about the inside have. */
type Answer = Pick<WorkloadsResponse, 'place' | 'unreadable' | 'asOf'>;

const CONNECT = `metadata:
  annotations:
    backstage.io/kubernetes-cluster: east-1
    backstage.io/kubernetes-namespace: heart
    # All of the namespace, in the Kubernetes tab:
    backstage.io/kubernetes-label-selector: '!gen3.org/of-another-commons'`;

/** A tab about the inside of a commons: says where it looks and what could not be read, whatever else it shows. */
export function InsideFrame<T extends Answer>(props: {
  title: string;
  /** Said while there is no answer yet. */
  loading: string;
  /** What a failure concerns, e.g. `What runs in the cluster`. */
  what: string;
  query: {
    data: T | undefined;
    error: Error | null;
    isPending: boolean;
    refetch: () => unknown;
  };
  children: (answer: T) => ReactNode;
}) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { title, loading, what, query, children } = props;
  const { data, error, isPending, refetch } = query;
  const { entity } = useEntity();
  return (
    <section aria-label={title}>
      <InfoCard title={title} titleTypographyProps={{ component: 'h2' }}>
        {error ? (
          <FailureNotice
            what={what}
            error={error}
            stillWorks={t('inside.stillWorks')}
            shownSince={data?.asOf}
            onRetry={refetch}
          />
        ) : null}
        {isPending ? <Skeleton lines={8} label={loading} /> : null}
        {data && !data.place ? <NotConnected /> : null}
        {data?.place ? (
          <>
            <Unreadable unreadable={data.unreadable} />
            {children(data)}
            <p>
              {t('inside.where', {
                ...data.place,
                age: <Age at={data.asOf} as="ago" />,
              })}
              {hasKubernetesTab(entity) ? (
                <>
                  {' · '}
                  <Link to="../kubernetes" underline="always">
                    {t('inside.kubernetes')}
                  </Link>
                </>
              ) : null}
            </p>
          </>
        ) : null}
      </InfoCard>
    </section>
  );
}

function NotConnected() {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <>
      <p>
        <strong>{t('inside.notConnected')}</strong> {t('inside.connect')}
      </p>
      <ConfigLines text={CONNECT} />
      <Link to={LAYER_DOCS.inside} underline="always">
        {t('inside.guide')}
      </Link>
    </>
  );
}

function Unreadable({ unreadable }: { unreadable: Answer['unreadable'] }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  if (unreadable.length === 0) return null;
  return (
    <Notice tone="unknown">
      <strong>{t('inside.unreadable')}</strong>
      <ul>
        {unreadable.map(each => (
          <li key={each.kind}>{t('inside.unreadableKind', each)}</li>
        ))}
      </ul>
    </Notice>
  );
}
