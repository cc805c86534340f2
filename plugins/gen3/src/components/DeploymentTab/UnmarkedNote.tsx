import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CommitsResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { shortCommit } from '../../lib/shortCommit';
import { gen3TranslationRef } from '../../translation';

/** Says why no commit is marked as deployed, when none can be. */
export function UnmarkedNote(props: {
  answer: CommitsResponse;
  /** Commits that Argo CD deployed. */
  deployed: string[];
}) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { answer, deployed } = props;
  if (answer.commits.length === 0) return null;
  if (answer.unread) {
    return (
      <p>
        {t('deploymentTab.commits.unmarked.unread', {
          commits: answer.unread.map(shortCommit).join(', '),
        })}
      </p>
    );
  }
  if (answer.revisions.length > 0) return null;
  return (
    <p>
      {deployed.length === 0
        ? t('deploymentTab.commits.unmarked.unknown')
        : t('deploymentTab.commits.unmarked.elsewhere', {
            commits: deployed.map(shortCommit).join(', '),
          })}
    </p>
  );
}
