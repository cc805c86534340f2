import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { asSentence, classifyFailure } from '../../lib/failure';
import { useRefreshSource } from '../../hooks/useSources';
import { Notice } from '../Notice';
import { StatusMark } from '../StatusMark';
import { FindingList } from './FindingList';
import { HeldNotice } from './HeldNotice';
import { QuarantineList } from './QuarantineList';
import { SourceFacts } from './SourceFacts';
import { describeState } from './sourceState';
import { useMayManageSources } from './useMayManageSources';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(1), padding: theme.spacing(2) },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
  title: { margin: 0, fontSize: 18 },
  target: { fontFamily: 'monospace', overflowWrap: 'anywhere', minWidth: 0 },
}));

/** One source: when it was read, what it found, what it could not read, what it holds back. */
export function SourceCard({ source }: { source: SourceStatus }) {
  const classes = useStyles();
  const mayManage = useMayManageSources();
  const refresh = useRefreshSource(source.id);
  const { tone, word } = describeState(source);
  const busy = source.running || refresh.isPending;
  return (
    <Paper
      component="section"
      className={classes.root}
      aria-label={`Source ${source.id}`}
    >
      <div className={classes.head}>
        <h2 className={classes.title}>{source.id}</h2>
        <StatusMark status={tone} label={word} size={15} />
        <span>
          {source.type}, {source.relationship}
        </span>
        <span className={classes.target}>{source.target}</span>
        <Button
          size="small"
          variant="outlined"
          style={{ marginLeft: 'auto' }}
          disabled={busy || !mayManage}
          title={mayManage ? undefined : 'Needs permission gen3.source.manage'}
          onClick={() => refresh.mutate()}
        >
          {busy ? 'Reading' : 'Read now'}
        </Button>
      </div>
      <SourceFacts source={source} />
      {refresh.error ? (
        <Notice tone="degraded" urgent>
          The refresh was refused: {classifyFailure(refresh.error).message}
        </Notice>
      ) : null}
      {source.error ? (
        <Notice tone="down">
          <strong>The last try failed:</strong> {asSentence(source.error)} All{' '}
          {source.counts.commons.toLocaleString('en')} commons of the last good
          reading are still served.
        </Notice>
      ) : null}
      {source.held ? (
        <HeldNotice sourceId={source.id} held={source.held} />
      ) : null}
      <QuarantineList members={source.quarantined} />
      <FindingList findings={source.findings} />
    </Paper>
  );
}
