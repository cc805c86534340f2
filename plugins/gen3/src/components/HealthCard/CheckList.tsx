import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles } from '@material-ui/core/styles';
import { formatInstant } from '../../lib/formatAge';
import { gen3TranslationRef } from '../../translation';
import { Evidence } from '../Evidence';
import { StatusMark } from '../StatusMark';
import { Section } from './Section';
import { buildChecks, ShownCheck } from './buildChecks';
import { checkTitle } from './checkTitle';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(0.5),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    overflowWrap: 'anywhere',
  },
  summary: { cursor: 'pointer' },
  evidence: { padding: theme.spacing(0.5, 0, 1, 2) },
}));

/** What was asked about the commons as a whole, worst first; each opens to what came back. */
export function CheckList({ answer }: { answer: CommonsHealthResponse }) {
  const classes = useStyles();
  const { t } = useTranslationRef(gen3TranslationRef);
  const checks = buildChecks(answer);
  if (checks.length === 0) return null;
  return (
    <Section title={t('healthCard.checks.title')}>
      <ul className={classes.list} aria-label={t('healthCard.checks.title')}>
        {checks.map(check => (
          <li key={check.id}>
            <details>
              <summary className={classes.summary}>
                <StatusMark status={check.status} /> {checkTitle(check.id, t)}{' '}
                {check.reason}
                <ValidTo check={check} />
              </summary>
              <div className={classes.evidence}>
                <Evidence result={check.result} why={check.reason} />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Days left are for reading; the exact end is for the ticket. */
function ValidTo({ check: { validTo, issuer } }: { check: ShownCheck }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <>
      {validTo ? (
        <>
          {' '}
          {t('healthCard.checks.validUntil', {
            date: (
              <time dateTime={validTo} title={formatInstant(validTo)}>
                {validTo.slice(0, 10)}
              </time>
            ),
          })}
        </>
      ) : null}
      {issuer
        ? t('healthCard.checks.issuedBy', { issuer: commonName(issuer) })
        : null}
    </>
  );
}

/** `Example CA` of `CN=Example CA, O=Example`; the whole name is in the evidence. */
function commonName(issuer: string): string {
  return issuer.match(/(?:^|, *)CN=([^,]+)/)?.[1] ?? issuer;
}
