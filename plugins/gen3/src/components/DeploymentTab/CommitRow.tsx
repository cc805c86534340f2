import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CommitRow as Commit } from '@gen3-csoc/backstage-plugin-gen3-common';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { CommitMark } from '../../lib/markCommits';
import { shortCommit } from '../../lib/shortCommit';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';
import { CopyText } from '../CopyText';

const ONE_LINE = { whiteSpace: 'nowrap' } as const;

/** One commit, in as many cells as there are columns. */
export function CommitRow(props: {
  commit: Commit;
  columns: readonly unknown[];
  mark: CommitMark | undefined;
}) {
  const { commit, columns, mark } = props;
  const { subject, author, at } = commit;
  const isNarrow = columns.length === 1;
  const cells = isNarrow
    ? [
        <>
          <div style={{ overflowWrap: 'anywhere' }}>{subject}</div>
          <CommitId commit={commit} /> · {author} · <Age at={at} as="ago" />
          {mark ? (
            <>
              {' · '}
              <MarkWord mark={mark} />
            </>
          ) : null}
        </>,
      ]
    : [
        <CommitId key="commit" commit={commit} />,
        subject,
        author,
        <span key="age" style={ONE_LINE}>
          <Age at={at} as="ago" />
        </span>,
        mark ? <MarkWord key="mark" mark={mark} /> : null,
      ].slice(0, columns.length);
  return (
    <TableRow>
      {cells.map((cell, index) => (
        // eslint-disable-next-line react/no-array-index-key -- cells are columns: their place is what they are
        <TableCell key={index}>{cell}</TableCell>
      ))}
    </TableRow>
  );
}

function CommitId({ commit: { sha, url } }: { commit: Commit }) {
  const id = <code title={sha}>{shortCommit(sha)}</code>;
  return (
    <span style={ONE_LINE}>
      {url ? (
        <Link to={url} underline="always">
          {id}
        </Link>
      ) : (
        id
      )}{' '}
      <CopyText text={sha} />
    </span>
  );
}

function MarkWord({ mark }: { mark: CommitMark }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <strong style={ONE_LINE}>{t(`deploymentTab.commits.mark.${mark}`)}</strong>
  );
}
