import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CommitsResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';

/** Which part of which repository was looked at, when, and where to see more. */
export function CommitsWhere({ answer }: { answer: CommitsResponse }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { repo, branch, paths, asOf, historyUrl } = answer;
  if (!repo) return null;
  return (
    <p style={{ overflowWrap: 'anywhere' }}>
      {t('deploymentTab.commits.where', {
        paths: paths
          .map(path => path || t('deploymentTab.commits.wholeRepository'))
          .join(', '),
        repo,
        branch: branch
          ? t('deploymentTab.commits.branch', { branch })
          : t('deploymentTab.commits.defaultBranch'),
        age: <Age at={asOf} as="ago" />,
      })}
      {historyUrl ? (
        <>
          {' · '}
          <Link to={historyUrl} underline="always">
            {t('deploymentTab.commits.history')}
          </Link>
        </>
      ) : null}
    </p>
  );
}
