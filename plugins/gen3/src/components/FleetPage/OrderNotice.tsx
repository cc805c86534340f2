import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { gen3TranslationRef } from '../../translation';
import { Notice } from '../Notice';

const useStyles = makeStyles(theme => ({
  // Below the rows and in sight: a notice above them would push them down under the reader's eyes.
  root: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    background: theme.palette.background.paper,
    boxShadow: theme.shadows[4],
  },
}));

/** Says that rows are held in their places although their order is another one by now, and offers that order. */
export function OrderNotice(props: { moved: boolean; onSort: () => void }) {
  const classes = useStyles();
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <div role="status" className={classes.root}>
      {props.moved ? (
        <Notice
          tone="note"
          action={
            <Button size="small" variant="outlined" onClick={props.onSort}>
              {t('fleetPage.order.sortAgain')}
            </Button>
          }
        >
          {t('fleetPage.order.changed')}
        </Notice>
      ) : null}
    </div>
  );
}
