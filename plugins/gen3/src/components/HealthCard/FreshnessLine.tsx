import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { classifyFailure } from '../../lib/failure';
import { isRoundDue } from '../../lib/isRoundDue';
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
  const { answer, asking, refused, onRefresh } = props;
  const { hostname, layers, lastError } = answer;
  const busy = asking || answer.refreshing;
  return (
    <>
      <Section title="Layers">
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
              Refresh
            </BusyButton>
          </span>
        </div>
      </Section>
      {lastError ? (
        <Notice tone="degraded">
          The last round could not be carried out: {lastError.message}
        </Notice>
      ) : null}
      {refused ? (
        <Notice tone="degraded" urgent>
          The refresh was refused: {classifyFailure(refused).message}
        </Notice>
      ) : null}
    </>
  );
}
