import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  ApplicationRow,
  CommitsResponse,
  DeploymentResponse,
  GEN3_ANNOTATIONS,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3TranslationRef } from '../../translation';
import { StatusMark } from '../StatusMark';
import { ApplicationPart } from './ApplicationPart';

/** Type of the link to Argo CD among the links of an entity that sources write. */
const ARGOCD_LINK = 'argocd';

/** The Applications that deploy a commons, the worst first, or why there is none to be seen. */
export function ApplicationList(props: {
  answer: DeploymentResponse;
  /** What is known of the revisions that are deployed. */
  revisions: CommitsResponse['revisions'];
}) {
  const { metadata } = useEntity().entity;
  const { verdict, applications } = props.answer;
  if (applications.length === 0) return <NoApplication verdict={verdict} />;
  const linked = metadata.annotations?.[GEN3_ANNOTATIONS.argocdApp];
  const link = metadata.links?.find(({ type }) => type === ARGOCD_LINK)?.url;
  const isLinked = ({ namespace, name }: ApplicationRow) =>
    linked === `${namespace}/${name}`;
  return (
    <div style={{ display: 'grid', gap: 16, gridTemplateColumns: '100%' }}>
      {applications.map(application => (
        <ApplicationPart
          key={`${application.namespace} ${application.name}`}
          application={application}
          revisions={props.revisions}
          url={isLinked(application) ? link : undefined}
        />
      ))}
    </div>
  );
}

function NoApplication({ verdict }: Pick<DeploymentResponse, 'verdict'>) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { outcome, reason, advice } = verdict;
  return (
    <p>
      <StatusMark status={outcome} />{' '}
      {t('deploymentTab.argocd.says', { reason })}{' '}
      <strong>{advice ?? t('deploymentTab.argocd.connect')}</strong>
    </p>
  );
}
