import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { LAYER_DOCS } from '../../lib/docs';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';
import { GitLayer } from './GitLayer';

type Layer = CommonsHealthResponse['layers'][number];

/** Which layer said something and when; a missing one says how to connect it. */
export function LayerList(props: { layers: Layer[]; hostname: string }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { layers, hostname } = props;
  return (
    <ul
      aria-label={t('healthCard.layers.title')}
      style={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: '4px 16px',
        margin: 0,
        padding: 0,
        listStyle: 'none',
      }}
    >
      {layers.map(layer => (
        <li key={layer.id}>
          <strong>{t(`healthCard.layers.layer.${layer.id}`)}</strong>{' '}
          {layer.state === 'connected' ? (
            <Connected layer={layer} hostname={hostname} />
          ) : (
            <Missing layer={layer} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Connected(props: { layer: Layer; hostname: string }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { layer, hostname } = props;
  if (layer.id === 'git') return <GitLayer hostname={hostname} />;
  return layer.at ? (
    <Age at={layer.at} as="ago" />
  ) : (
    <>{t('healthCard.layers.connected')}</>
  );
}

function Missing({ layer: { id, state, hint } }: { layer: Layer }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const layer = t(`healthCard.layers.layer.${id}`);
  return (
    <>
      {t(
        state === 'off' ? 'healthCard.layers.off' : 'healthCard.layers.missing',
      )}
      {hint ? `: ${hint}` : ''}{' '}
      <Link to={LAYER_DOCS[id]} underline="always">
        {t('healthCard.layers.howToConnect', { layer })}
      </Link>
    </>
  );
}
