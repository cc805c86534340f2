import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { classifyFailure } from '../../lib/failure';
import { isRoundDue } from '../../lib/isRoundDue';
import { gen3TranslationRef } from '../../translation';
import { BusyButton } from '../BusyButton';
import { DataFacts } from '../DataFacts';
import { Notice } from '../Notice';
import { LayerList } from './LayerList';
import { Section } from './Section';

/**
 * The facts about the data itself, each for itself: how old it is, whether it is being refreshed, when it will be, and
 * what went wrong last.
 */
export function FreshnessLine(props: {
  answer: CommonsHealthResponse;
  /** The request for a round is on its way. */
  asking: boolean;
  refused: Error | undefined;
  onRefresh: () => void;
}) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { answer, asking, refused, onRefresh } = props;
  const { hostname, layers, lastError } = answer;
  const busy = asking || answer.refreshing;
  return (
    <>
      <Section title={t('healthCard.layers.title')}>
        <LayerList layers={layers} hostname={hostname} />
        <div
          style={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: '4px 16px',
            marginTop: 8,
          }}
        >
          <DataFacts answer={answer} busy={busy} />
          <span style={{ marginLeft: 'auto' }}>
            <BusyButton
              busy={busy || isRoundDue(answer) || answer.probing === 'off'}
              onClick={onRefresh}
            >
              {t('healthCard.freshness.refresh')}
            </BusyButton>
          </span>
        </div>
      </Section>
      {lastError ? (
        <Notice tone="degraded">
          {t('healthCard.freshness.roundFailed', {
            message: lastError.message,
          })}
        </Notice>
      ) : null}
      {refused ? (
        <Notice tone="degraded" urgent>
          {t('healthCard.freshness.refused', {
            message: classifyFailure(refused).message,
          })}
        </Notice>
      ) : null}
    </>
  );
}
