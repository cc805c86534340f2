import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { count, countCommons } from '../../lib/count';
import { shortCommit } from '../../lib/shortCommit';
import { Age } from '../Age';
import { CopyText } from '../CopyText';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 3),
    margin: 0,
    '& dt': { fontSize: 12, color: theme.palette.text.secondary },
    '& dd': { margin: 0 },
  },
}));

/** When a source was and will be read, and what it found. */
export function SourceFacts({ source }: { source: SourceStatus }) {
  const classes = useStyles();
  const { counts, commit } = source;
  const facts: [string, ReactNode][] = [
    ['Last good', <Age key="good" at={source.lastGoodAt} as="ago" />],
    ['Last try', <Age key="try" at={source.lastTryAt} as="ago" />],
    [
      'Next',
      source.running ? (
        'reading now'
      ) : (
        <Age key="next" at={source.nextTryAt} as="ahead" />
      ),
    ],
    [
      'Found',
      [
        countCommons(counts.commons),
        count(counts.services, 'service', 'services'),
        count(counts.clusters, 'cluster', 'clusters'),
      ].join(', '),
    ],
    ['Quarantined', counts.quarantined.toLocaleString('en')],
    ['Held back', (source.held?.wouldDrop.length ?? 0).toLocaleString('en')],
  ];
  return (
    <dl className={classes.list}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {commit ? (
        <div>
          <dt>Commit</dt>
          <dd>
            <code title={commit}>{shortCommit(commit)}</code>{' '}
            <CopyText text={commit} />
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
