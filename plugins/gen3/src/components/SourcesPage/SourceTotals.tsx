import {
  HEALTH_STATUSES,
  HealthStatus,
  SourceStatus,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { PropsWithChildren } from 'react';
import { count } from '../../lib/count';
import { StatusMark } from '../StatusMark';
import { describeState } from './sourceState';

const WORDS: Record<HealthStatus, string> = {
  down: 'failed',
  degraded: 'held back or with quarantine',
  unknown: 'not read',
  maintenance: 'in maintenance',
  up: 'ok',
};

/** How many sources are in which state, worst first. The line keeps its height when something joins it. */
export function SourceTotals(
  props: PropsWithChildren<{ sources: SourceStatus[]; asOf: string }>,
) {
  const { sources, asOf, children } = props;
  const tones = sources.map(source => describeState(source, asOf).tone);
  return (
    <div
      style={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: '4px 16px',
        minHeight: 32,
      }}
    >
      <span>{count(sources.length, 'source', 'sources')}</span>
      {HEALTH_STATUSES.map(status => {
        const amount = tones.filter(tone => tone === status).length;
        return amount > 0 ? (
          <StatusMark
            key={status}
            status={status}
            label={`${amount.toLocaleString('en')} ${WORDS[status]}`}
          />
        ) : null;
      })}
      {children}
    </div>
  );
}
