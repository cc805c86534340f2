import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { countCommons } from '../../lib/count';
import { asSentence } from '../../lib/failure';
import { Notice } from '../Notice';
import { FindingList } from './FindingList';
import { HeldNotice } from './HeldNotice';
import { QuarantineList } from './QuarantineList';
import { SourceFacts } from './SourceFacts';
import { SourceHead } from './SourceHead';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(1), padding: theme.spacing(2) },
}));

/** One source: when it was read, what it found, what it could not read, what it holds back. */
export function SourceCard(props: { source: SourceStatus; asOf: string }) {
  const classes = useStyles();
  const { source, asOf } = props;
  return (
    <Paper
      component="section"
      className={classes.root}
      aria-label={`Source ${source.id}`}
    >
      <SourceHead source={source} asOf={asOf} />
      <SourceFacts source={source} />
      {source.error ? (
        <Notice tone="down">
          <strong>The last try failed:</strong> {asSentence(source.error)}{' '}
          {whatIsServed(source)}
        </Notice>
      ) : null}
      {source.held ? (
        <HeldNotice sourceId={source.id} held={source.held} />
      ) : null}
      <QuarantineList
        members={source.quarantined}
        total={source.totals?.quarantined}
      />
      <FindingList findings={source.findings} total={source.totals?.findings} />
    </Paper>
  );
}

/** What a failure leaves: a source that never could be read has nothing to serve, and its configuration is the likely cause. */
function whatIsServed({ id, lastGoodAt, counts }: SourceStatus) {
  if (lastGoodAt === undefined) {
    return (
      <>
        It has never been read, so none of its commons are in the catalog. Check
        its address and credentials under{' '}
        <code>catalog.providers.gen3.{id}</code>.
      </>
    );
  }
  return counts.commons === 0
    ? 'Its last good reading found no commons.'
    : `What its last good reading found, ${countCommons(
        counts.commons,
      )}, is still served.`;
}
