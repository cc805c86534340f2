import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { LAYER_DOCS } from '../../lib/docs';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';
import { StatusMark } from '../StatusMark';
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
          <LayerState layer={layer} hostname={hostname} />
        </li>
      ))}
    </ul>
  );
}

function LayerState(props: { layer: Layer; hostname: string }) {
  const { layer } = props;
  switch (layer.state) {
    case 'connected':
      return <Connected {...props} />;
    case 'failing':
      return <Failing layer={layer} />;
    default:
      return <Missing layer={layer} />;
  }
}

function Connected(props: { layer: Layer; hostname: string }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { layer, hostname } = props;
  if (layer.id === 'git') return <GitLayer hostname={hostname} />;
  return (
    <>
      {layer.at ? (
        <Age at={layer.at} as="ago" />
      ) : (
        t('healthCard.layers.notAsked')
      )}
      {layer.where ? ` (${layer.where})` : null}
      {layer.hint
        ? `. ${t('healthCard.layers.partial', { hint: layer.hint })}`
        : null}
    </>
  );
}

/** Connected once, and nothing is known any more: this must not look like health. */
function Failing({ layer: { since, where, hint } }: { layer: Layer }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <>
      <StatusMark status="unknown" />{' '}
      {since
        ? t('healthCard.layers.failingFor', { age: <Age at={since} /> })
        : t('healthCard.layers.failing')}
      {where ? ` (${where})` : null}
      {hint ? `: ${hint}` : null}
    </>
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
