import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CommitsResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { markCommits } from '../../lib/markCommits';
import { gen3TranslationRef } from '../../translation';
import { DenseTable } from '../DenseTable';
import { CommitRow } from './CommitRow';

const COLUMNS = ['commit', 'subject', 'author', 'age'] as const;

/** On a phone one cell holds all. */
const NARROW_COLUMNS = ['subject'] as const;

/** Commits, newest first, with a column that says what is deployed when that is known. */
export function CommitsTable({ answer }: { answer: CommitsResponse }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const narrow = useMediaQuery(useTheme().breakpoints.down('md'), {
    noSsr: true,
  });
  // A revision that could not be asked about may contain what seems not to be deployed.
  const marks = markCommits(
    answer.unread ? { ...answer, revisions: [] } : answer,
  );
  const columns = narrow
    ? NARROW_COLUMNS
    : [...COLUMNS, ...(marks.size > 0 ? (['deployed'] as const) : [])];
  return (
    <DenseTable
      label={t('deploymentTab.commits.label')}
      columns={columns.map(column =>
        t(`deploymentTab.commits.column.${column}`),
      )}
    >
      {answer.commits.map(commit => (
        <CommitRow
          key={commit.sha}
          commit={commit}
          columns={columns}
          mark={marks.get(commit.sha)}
        />
      ))}
    </DenseTable>
  );
}
