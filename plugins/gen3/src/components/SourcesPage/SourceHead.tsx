import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles } from '@material-ui/core/styles';
import { classifyFailure } from '../../lib/failure';
import { useRefreshSource } from '../../hooks/useSources';
import { gen3TranslationRef } from '../../translation';
import { BusyButton } from '../BusyButton';
import { Notice } from '../Notice';
import { StatusMark } from '../StatusMark';
import { NeedsPermission } from './NeedsPermission';
import { describeState, toneOfState } from './sourceState';
import { useMayManageSources } from './useMayManageSources';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
  title: { margin: 0, fontSize: 18, overflowWrap: 'anywhere', minWidth: 0 },
  target: { fontFamily: 'monospace', overflowWrap: 'anywhere', minWidth: 0 },
  action: { marginLeft: 'auto' },
}));

/** Name and state of a source, what it reads, and the way to read it now. */
export function SourceHead(props: { source: SourceStatus; asOf: string }) {
  const classes = useStyles();
  const { t } = useTranslationRef(gen3TranslationRef);
  const { source, asOf } = props;
  const mayManage = useMayManageSources();
  const refresh = useRefreshSource(source.id);
  const busy = source.running || refresh.isPending;
  return (
    <>
      <div className={classes.root}>
        <h2 className={classes.title}>{source.id}</h2>
        <StatusMark
          status={toneOfState(source, asOf)}
          label={describeState(source, asOf, t)}
          size={15}
        />
        <span>
          {t('sourcesPage.source.kind', {
            type: source.type,
            relationship: source.relationship,
          })}
        </span>
        <span className={classes.target}>{source.target}</span>
        <span className={classes.action}>
          {mayManage === 'no' ? (
            <NeedsPermission to="read" />
          ) : (
            <BusyButton
              busy={busy || mayManage === 'asking'}
              onClick={() => refresh.mutate()}
            >
              {t(
                busy
                  ? 'sourcesPage.source.reading'
                  : 'sourcesPage.source.readNow',
              )}
            </BusyButton>
          )}
        </span>
      </div>
      {refresh.error ? (
        <Notice tone="degraded" urgent>
          {t('sourcesPage.source.refused', {
            message: classifyFailure(refresh.error).message,
          })}
        </Notice>
      ) : null}
    </>
  );
}
