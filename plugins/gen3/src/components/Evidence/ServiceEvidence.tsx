import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  CommonsHealthResponse,
  HEALTH_LAYERS,
  HealthLayer,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3TranslationRef } from '../../translation';
import { StatusMark } from '../StatusMark';
import { Evidence } from './Evidence';

type Service = CommonsHealthResponse['health']['services'][number];

/**
 * What a service's status rests on. Where the inside of its cluster is known too, each layer speaks for itself, so that a
 * disagreement is seen as one.
 */
export function ServiceEvidence({ service }: { service: Service }) {
  const { layers, lastResult, reason } = service;
  if (layers.every(({ layer }) => layer === 'outside')) {
    return <Evidence result={lastResult} why={reason} />;
  }
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      {HEALTH_LAYERS.map(layer => (
        <LayerEvidence
          key={layer}
          layer={layer}
          findings={layers.filter(each => each.layer === layer)}
        />
      ))}
    </div>
  );
}

/** All that one layer has against a service, worst first. */
function LayerEvidence(props: {
  layer: HealthLayer;
  findings: Service['layers'];
}) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { layer, findings } = props;
  if (findings.length === 0) return null;
  const title = t(`evidence.layer.${layer}`);
  return (
    <section aria-label={title} style={{ display: 'grid', gap: 4 }}>
      {findings.map(({ status, reason, lastResult }) => (
        <div key={lastResult.checkId}>
          <div>
            <strong>{title}</strong> <StatusMark status={status} />
            {` ${reason}`}
          </div>
          <Evidence result={lastResult} why={reason} />
        </div>
      ))}
    </section>
  );
}
