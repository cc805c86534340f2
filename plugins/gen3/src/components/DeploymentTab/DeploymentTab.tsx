import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import { CommonsKey } from '../../api/Gen3Api';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { useCommonsCommits } from '../../hooks/useCommits';
import { useCommonsDeployment } from '../../hooks/useInside';
import { deployedCommits } from '../../lib/markCommits';
import { gen3TranslationRef } from '../../translation';
import { InsideFrame } from '../InsideFrame';
import { ApplicationList } from './ApplicationList';
import { RecentChanges } from './RecentChanges';

/** Applications are all that is read here: the verdict says why they could not be, and what to do. */
const SAID = { unreadable: [] };

/** What Argo CD deploys of the commons whose entity page this is, and what changed in git. @public */
export function DeploymentTab() {
  const { metadata } = useEntity().entity;
  const { name, namespace = DEFAULT_NAMESPACE } = metadata;
  return (
    <Gen3QueryProvider>
      <Deployment commons={{ namespace, name }} />
    </Gen3QueryProvider>
  );
}

/** Git is asked about what the cluster says, or, when the cluster fails, without it: each half shows what it has, whatever becomes of the other. */
function Deployment({ commons }: { commons: CommonsKey }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const query = useCommonsDeployment(commons);
  const deployed = deployedCommits(query.data?.applications ?? []);
  const isAnswered = !query.isPending || query.failureCount > 0;
  const commits = useCommonsCommits(commons, isAnswered ? deployed : undefined);
  return (
    <div style={{ display: 'grid', gap: 16, gridTemplateColumns: '100%' }}>
      <InsideFrame
        title={t('deploymentTab.argocd.title')}
        loading={t('deploymentTab.argocd.loading')}
        what={t('deploymentTab.argocd.what')}
        query={{ ...query, data: query.data && { ...query.data, ...SAID } }}
      >
        {answer => (
          <ApplicationList
            answer={answer}
            revisions={commits.data?.revisions ?? []}
          />
        )}
      </InsideFrame>
      <RecentChanges
        query={commits}
        deployed={deployed}
        isDeployedKnown={!query.isPending}
      />
    </div>
  );
}
