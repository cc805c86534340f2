import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { PreflightCheckResult } from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles } from '@material-ui/core/styles';
import { formatNumber } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(2) },
  title: { margin: 0, fontSize: 15 },
  lead: { margin: theme.spacing(0.5, 0) },
  list: { margin: 0, paddingLeft: 20, overflowWrap: 'anywhere' },
}));

/** Checks that could not be asked, with the reason. Their names say what is right if they pass, so it is said first that they have not. */
export function NotRun({ checks }: { checks: PreflightCheckResult[] }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const classes = useStyles();
  if (checks.length === 0) return null;
  const title = t('wizard.review.notRun', {
    amount: formatNumber(checks.length),
  });
  return (
    <section aria-label={title} className={classes.root}>
      <h3 className={classes.title}>{title}</h3>
      <p className={classes.lead}>{t('wizard.review.notRunLead')}</p>
      <ul className={classes.list}>
        {checks.map(({ id, title: check, reason }) => (
          <li key={id}>
            {t('wizard.review.notRunCheck', {
              title: check,
              reason: reason ?? t('wizard.review.noReason'),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
