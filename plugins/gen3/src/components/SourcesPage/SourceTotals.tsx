import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  HEALTH_STATUSES,
  SourceStatus,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { PropsWithChildren } from 'react';
import { counted, formatNumber } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';
import { StatusMark } from '../StatusMark';
import { toneOfState } from './sourceState';

/** How many sources are in which state, worst first. The line keeps its height when something joins it. */
export function SourceTotals(
  props: PropsWithChildren<{ sources: SourceStatus[]; asOf: string }>,
) {
  const { sources, asOf, children } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const tones = sources.map(source => toneOfState(source, asOf));
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
      <span>{t('count.sources', counted(sources.length))}</span>
      {HEALTH_STATUSES.map(status => {
        const amount = tones.filter(tone => tone === status).length;
        return amount > 0 ? (
          <StatusMark
            key={status}
            status={status}
            label={t(`sourcesPage.totals.${status}`, {
              amount: formatNumber(amount),
            })}
          />
        ) : null;
      })}
      {children}
    </div>
  );
}
