import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CheckResult } from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles } from '@material-ui/core/styles';
import { formatNumber } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: theme.spacing(0.25, 2),
    margin: 0,
    fontSize: 13,
    '& dt': { color: theme.palette.text.secondary },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
}));

/** Details that have a name for people; others keep their key. */
const NAMED_DETAILS = [
  'validFrom',
  'validTo',
  'issuer',
  'subject',
  'cluster',
  'namespace',
  'application',
  'sync',
  'health',
  'revision',
  'operation',
  'lastSync',
] as const;

/** What was asked, when, and what came back. */
export function Evidence(props: {
  result: CheckResult | undefined;
  /** Said when nothing was asked. */
  why: string;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(gen3TranslationRef);
  const { result, why } = props;
  if (!result) return <span>{t('evidence.none', { why })}</span>;
  const { evidence, latencyMs } = result;
  const facts = [
    [t('evidence.asked'), evidence.url],
    [t('evidence.status'), evidence.httpStatus?.toString()],
    [t('evidence.body'), evidence.excerpt],
    [t('evidence.error'), evidence.error],
    [
      t('evidence.took'),
      latencyMs === undefined
        ? undefined
        : t('evidence.milliseconds', {
            amount: formatNumber(Math.round(latencyMs)),
          }),
    ],
    ...Object.entries(evidence.details ?? {}).map(([key, value]) => {
      const named = NAMED_DETAILS.find(name => name === key);
      return [named ? t(`evidence.detail.${named}`) : key, value];
    }),
  ];
  return (
    <dl className={classes.list}>
      <dt>{t('evidence.answer')}</dt>
      <dd>
        {t('evidence.answered', {
          reason: result.reason,
          age: <Age at={result.checkedAt} as="ago" />,
        })}
      </dd>
      {facts.map(([name, value]) =>
        value
          ? [<dt key={name}>{name}</dt>, <dd key={`${name}=`}>{value}</dd>]
          : null,
      )}
    </dl>
  );
}
