import { CheckResult } from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles } from '@material-ui/core/styles';
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

const DETAIL_WORDS = new Map([
  ['validFrom', 'Valid from'],
  ['validTo', 'Valid to'],
  ['issuer', 'Issuer'],
  ['subject', 'Issued to'],
]);

/** What was asked, when, and what came back. */
export function Evidence(props: {
  result: CheckResult | undefined;
  /** Said when nothing was asked. */
  why: string;
}) {
  const classes = useStyles();
  const { result, why } = props;
  if (!result) return <span>Nothing was asked: {why}</span>;
  const { evidence, latencyMs } = result;
  const facts = [
    ['Asked', evidence.url],
    ['Status', evidence.httpStatus?.toString()],
    ['Body begins', evidence.excerpt],
    ['Error', evidence.error],
    ['Took', latencyMs === undefined ? undefined : milliseconds(latencyMs)],
    ...Object.entries(evidence.details ?? {}).map(([key, value]) => [
      DETAIL_WORDS.get(key) ?? key,
      value,
    ]),
  ];
  return (
    <dl className={classes.list}>
      <dt>Answer</dt>
      <dd>
        {result.reason} (<Age at={result.checkedAt} as="ago" />)
      </dd>
      {facts.map(([name, value]) =>
        value
          ? [<dt key={name}>{name}</dt>, <dd key={`${name}=`}>{value}</dd>]
          : null,
      )}
    </dl>
  );
}

function milliseconds(value: number): string {
  return `${Math.round(value).toLocaleString('en')} ms`;
}
