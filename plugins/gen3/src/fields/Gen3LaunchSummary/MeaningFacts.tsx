import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { SecretNames } from '../../components/SecretNames';
import { counted } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';
import { FieldsHere } from './fieldsHere';
import { FoundLines } from './FoundLines';
import { amountsOf } from './sayMeaning';
import { Meaning } from './useMeaning';
import { useSummaryStyles } from './useSummaryStyles';

/** Name, services, what is requested, findings and secrets; each keeps its place while it is not known. */
export function MeaningFacts(props: { meaning: Meaning; here: FieldsHere }) {
  const { meaning, here } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const classes = useSummaryStyles();
  const { summary, requested, preview } = meaning;
  const unknown = t('launchSummary.unknown');
  const unrendered = preview.isAsking ? t('launchSummary.rendering') : unknown;
  return (
    <dl className={classes.facts}>
      <dt>{t('launchSummary.name')}</dt>
      <dd>
        {summary ? (
          <>
            <span className={classes.name}>{summary.hostname}</span>{' '}
            {t('launchSummary.tier', { tier: summary.tier })}
          </>
        ) : (
          unknown
        )}
      </dd>
      <dt>{t('launchSummary.services')}</dt>
      <dd>
        {summary
          ? t('launchSummary.servicesOn', counted(summary.services.length))
          : unknown}
      </dd>
      <dt>{t('launchSummary.requested')}</dt>
      <dd>
        {requested
          ? t('launchSummary.requests', amountsOf(requested))
          : unrendered}
      </dd>
      <dt>{t('launchSummary.found')}</dt>
      <dd>
        <FoundLines meaning={meaning} here={here} />
      </dd>
      <dt>{t('launchSummary.secrets')}</dt>
      <dd>{summary ? <Secrets names={summary.secrets} /> : unknown}</dd>
    </dl>
  );
}

function Secrets({ names }: { names: string[] }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return names.length === 0 ? (
    <>{t('launchSummary.noSecrets')}</>
  ) : (
    <SecretNames
      names={names}
      title={t('launchSummary.secretAmount', counted(names.length))}
    />
  );
}
