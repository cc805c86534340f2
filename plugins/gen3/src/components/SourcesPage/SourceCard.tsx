import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { counted } from '../../lib/count';
import { asSentence } from '../../lib/failure';
import { gen3TranslationRef } from '../../translation';
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
  const { t } = useTranslationRef(gen3TranslationRef);
  const { source, asOf } = props;
  return (
    <Paper
      component="section"
      className={classes.root}
      aria-label={t('sourcesPage.source.label', { source: source.id })}
    >
      <SourceHead source={source} asOf={asOf} />
      <SourceFacts source={source} />
      {source.error ? (
        <Notice tone="down">
          <strong>{t('sourcesPage.lastTry.failed')}</strong>{' '}
          {asSentence(source.error)} <WhatIsServed source={source} />
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
function WhatIsServed({ source }: { source: SourceStatus }) {
  const { id, lastGoodAt, counts } = source;
  const { t } = useTranslationRef(gen3TranslationRef);
  if (lastGoodAt === undefined) {
    const key = `catalog.providers.gen3.${id}`;
    return t('sourcesPage.lastTry.neverRead', { key: <code>{key}</code> });
  }
  return (
    <>
      {counts.commons === 0
        ? t('sourcesPage.lastTry.foundNothing')
        : t('sourcesPage.lastTry.served', counted(counts.commons))}
    </>
  );
}
