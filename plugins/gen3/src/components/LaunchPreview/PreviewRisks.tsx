import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { PreviewRisk } from '@gen3-csoc/backstage-plugin-gen3-common';
import { asSentence } from '../../lib/failure';
import { counted } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';
import { Notice } from '../Notice';

const TONES = { high: 'down', medium: 'degraded', low: 'note' } as const;

const LIST = { listStyle: 'none', margin: '4px 0', padding: 0 } as const;

/** What may go wrong, the worst first; what is low is folded away: a new commons has one for each of its databases. */
export function PreviewRisks({ risks }: { risks: PreviewRisk[] }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const low = risks.filter(({ severity }) => severity === 'low');
  const worse = risks.filter(({ severity }) => severity !== 'low');
  return (
    <>
      {worse.length > 0 ? (
        <ul aria-label={t('preview.risk.label')} style={LIST}>
          {worse.map(risk => (
            <RiskLine key={keyOf(risk)} risk={risk} />
          ))}
        </ul>
      ) : null}
      {low.length > 0 ? (
        <details>
          <summary>{t('preview.risk.lowAmount', counted(low.length))}</summary>
          <ul style={LIST}>
            {low.map(risk => (
              <RiskLine key={keyOf(risk)} risk={risk} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function RiskLine({ risk }: { risk: PreviewRisk }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { severity, object, what, why } = risk;
  return (
    <li>
      <Notice tone={TONES[severity]}>
        <strong>{t(`preview.risk.${severity}`)}</strong> {asSentence(what)}{' '}
        {asSentence(why)} ({t('preview.risk.about', object)})
      </Notice>
    </li>
  );
}

function keyOf({ id, object }: PreviewRisk): string {
  return `${id} ${object.kind} ${object.namespace ?? ''} ${object.name}`;
}
