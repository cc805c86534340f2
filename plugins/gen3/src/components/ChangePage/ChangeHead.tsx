import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ChangeDetails } from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { isEnded, standsSince } from '../../lib/changeState';
import { asSentence } from '../../lib/failure';
import { ownerName } from '../../lib/ownerName';
import { shortCommit } from '../../lib/shortCommit';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';
import { CommonsName } from '../CommonsName';
import { CopyText } from '../CopyText';
import { ChangeMark } from '../StateMark';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    overflowWrap: 'anywhere',
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 3),
    margin: 0,
    fontSize: 13,
    '& dt': { fontSize: 12, color: theme.palette.text.secondary },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
}));

/** Where a change is and since when, whose it is, and where its parts are. */
export function ChangeHead({ change }: { change: ChangeDetails }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const classes = useStyles();
  const { endReason, url, host, mergeCommit, commit } = change;
  return (
    <section aria-label={t('changePage.head.label')}>
      <p className={classes.line} style={{ margin: '0 0 8px' }}>
        <ChangeMark change={change} size={18} />
        <span>
          {isEnded(change)
            ? t('changePage.head.ended', {
                age: <Age at={standsSince(change)} as="ago" />,
              })
            : t('changePage.head.for', {
                age: <Age at={standsSince(change)} />,
              })}
        </span>
        {endReason ? <span>{asSentence(endReason)}</span> : null}
        {url ? (
          <Link to={url} underline="always">
            {t('changePage.head.review', { host })}
          </Link>
        ) : null}
      </p>
      <dl className={classes.facts}>
        <Fact name="commons">
          <CommonsName change={change} />
        </Fact>
        <Fact name="kind">{t(`changesPage.kind.${change.kind}`)}</Fact>
        <Fact name="author">{ownerName(change.author)}</Fact>
        <Fact name="created">
          <Age at={change.createdAt} as="ago" />
        </Fact>
        <Fact name="owner">{ownerName(change.owner)}</Fact>
        <Fact name="source">{change.source}</Fact>
        <Fact name="branch">
          <code>{change.branch}</code>
          <CopyText text={change.branch} />
        </Fact>
        <CommitFact name="commit" commit={commit} />
        <CommitFact name="mergeCommit" commit={mergeCommit} />
      </dl>
    </section>
  );
}

type FactName =
  | 'commons'
  | 'kind'
  | 'author'
  | 'created'
  | 'owner'
  | 'source'
  | 'branch'
  | 'commit'
  | 'mergeCommit';

function Fact({ name, children }: { name: FactName; children: ReactNode }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <div>
      <dt>{t(`changePage.head.${name}`)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function CommitFact(props: {
  name: 'commit' | 'mergeCommit';
  commit: string | undefined;
}) {
  const { name, commit } = props;
  if (!commit) return null;
  return (
    <Fact name={name}>
      <code title={commit}>{shortCommit(commit)}</code>
      <CopyText text={commit} />
    </Fact>
  );
}
