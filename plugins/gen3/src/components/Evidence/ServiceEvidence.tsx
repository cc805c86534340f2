import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3TranslationRef } from '../../translation';
import { StatusMark } from '../StatusMark';
import { Evidence } from './Evidence';

type Service = CommonsHealthResponse['health']['services'][number];

/**
 * What a service's status rests on. Where the inside of its cluster is known too, each layer speaks for itself, so that a
 * disagreement is seen as one.
 */
export function ServiceEvidence({ service }: { service: Service }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { layers, lastResult, reason } = service;
  if (layers.every(({ layer }) => layer === 'outside')) {
    return <Evidence result={lastResult} why={reason} />;
  }
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      {layers.map(each => (
        <section
          key={each.layer}
          aria-label={t(`evidence.layer.${each.layer}`)}
        >
          <div>
            <strong>{t(`evidence.layer.${each.layer}`)}</strong>{' '}
            <StatusMark status={each.status} />
            {` ${each.reason}`}
          </div>
          <Evidence result={each.lastResult} why={each.reason} />
        </section>
      ))}
    </div>
  );
}
