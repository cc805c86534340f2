import { MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ChangeDetails } from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles } from '@material-ui/core/styles';
import { gen3TranslationRef } from '../../translation';
import { FileDiffs } from '../FileDiffs';
import { AcceptedList } from './AcceptedList';
import { ApprovalList } from './ApprovalList';
import { ChangeActions } from './ChangeActions';
import { ChangeHead } from './ChangeHead';
import { Part } from './Part';
import { Timeline } from './Timeline';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gap: theme.spacing(1),
    alignItems: 'start',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'grid', gap: theme.spacing(1), minWidth: 0 },
  markdown: {
    overflowWrap: 'anywhere',
    fontSize: 14,
    // Titles in it stand below that of the part.
    '& h1, & h2, & h3': { fontSize: 14, margin: theme.spacing(1, 0, 0.5) },
  },
}));

/** All of a change: first where it is and what one can do, then what it is made of. */
export function ChangeBody({ change }: { change: ChangeDetails }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const classes = useStyles();
  const { description, accepted, approvals, files, steps, state } = change;
  return (
    <>
      <ChangeHead change={change} />
      <ChangeActions change={change} />
      <div className={classes.columns}>
        <Part title={t('changePage.timeline.title')}>
          <Timeline steps={steps} isGivenUp={state === 'abandoned'} />
        </Part>
        <div className={classes.column}>
          <Part title={t('changePage.description.title')}>
            <MarkdownContent
              content={description}
              className={classes.markdown}
            />
          </Part>
          {accepted.length > 0 ? (
            <Part title={t('changePage.accepted.title')}>
              <AcceptedList accepted={accepted} />
            </Part>
          ) : null}
          <Part title={t('changePage.approvals.title')}>
            <ApprovalList
              approvals={approvals}
              isOpen={state === 'open' || state === 'proposing'}
            />
          </Part>
        </div>
      </div>
      <Part title={t('changePage.files.title')}>
        <FileDiffs files={files} />
      </Part>
    </>
  );
}
