import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { counted } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';
import {
  describeState,
  sortWorstFirst,
  toneOfState,
} from '../SourcesPage/sourceState';
import { StatusMark } from '../StatusMark';

/** How far each source is, and why one failed, worst first. */
export function SourceStates(props: {
  sources: readonly SourceStatus[];
  asOf: string;
}) {
  const { sources, asOf } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <ul
      aria-label={t('fleetPage.empty.states')}
      style={{ listStyle: 'none', padding: 0, overflowWrap: 'anywhere' }}
    >
      {sortWorstFirst(sources, asOf).map(source => (
        <li key={source.id}>
          <StatusMark
            status={toneOfState(source, asOf)}
            label={describeState(source, asOf, t)}
            size={15}
          />{' '}
          <code>{source.id}</code>:{' '}
          {source.error ?? t('count.commons', counted(source.counts.commons))}
        </li>
      ))}
    </ul>
  );
}
