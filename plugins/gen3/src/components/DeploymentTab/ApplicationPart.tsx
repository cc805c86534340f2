import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ApplicationRow,
  CommitsResponse,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3TranslationRef } from '../../translation';
import { StatusMark } from '../StatusMark';
import { ApplicationFacts } from './ApplicationFacts';
import { Conditions } from './Conditions';
import { ObjectsTable } from './ObjectsTable';
import { OldNotice } from './OldNotice';
import { SourceLines } from './SourceLines';

/** One Application: how it is, what to do, and what of it is not as git says. */
export function ApplicationPart(props: {
  application: ApplicationRow;
  revisions: CommitsResponse['revisions'];
  /** Its page in Argo CD. */
  url: string | undefined;
}) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { application, revisions, url } = props;
  const { name, outcome, reason, advice } = application;
  return (
    <article
      aria-label={name}
      style={{ display: 'grid', gap: 8, gridTemplateColumns: '100%' }}
    >
      <div>
        <StatusMark status={outcome} /> <code>{name}</code>:{' '}
        {t('deploymentTab.argocd.says', { reason })}{' '}
        {advice ? <strong>{advice}</strong> : null}{' '}
        {url ? (
          <Link to={url} underline="always">
            {t('deploymentTab.argocd.open')}
          </Link>
        ) : null}
      </div>
      <OldNotice reconciledAt={application.reconciledAt} />
      <ApplicationFacts application={application} />
      <SourceLines sources={application.sources} revisions={revisions} />
      <Conditions conditions={application.conditions} />
      <ObjectsTable application={application} />
    </article>
  );
}
