import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { counted, formatNumber } from '../../lib/count';
import { shortCommit } from '../../lib/shortCommit';
import { gen3TranslationRef } from '../../translation';
import { sourcesMessages } from '../../translation/sources';
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
  const { t } = useTranslationRef(gen3TranslationRef);
  const { counts, commit } = source;
  const facts: [keyof typeof sourcesMessages.facts, ReactNode][] = [
    ['lastGood', <Age key="good" at={source.lastGoodAt} as="ago" />],
    ['lastTry', <Age key="try" at={source.lastTryAt} as="ago" />],
    [
      'next',
      source.running ? (
        t('sourcesPage.facts.readingNow')
      ) : (
        <Age key="next" at={source.nextTryAt} as="ahead" />
      ),
    ],
    [
      'found',
      [
        t('count.commons', counted(counts.commons)),
        t('count.services', counted(counts.services)),
        t('count.clusters', counted(counts.clusters)),
      ].join(', '),
    ],
    ['quarantined', formatNumber(counts.quarantined)],
    ['heldBack', formatNumber(source.held?.wouldDrop.length ?? 0)],
  ];
  return (
    <dl className={classes.list}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`sourcesPage.facts.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {commit ? (
        <div>
          <dt>{t('sourcesPage.facts.commit')}</dt>
          <dd>
            <code title={commit}>{shortCommit(commit)}</code>{' '}
            <CopyText text={commit} />
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
