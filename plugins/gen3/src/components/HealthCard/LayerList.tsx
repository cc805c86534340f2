import { Link } from '@backstage/core-components';
import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { LAYER_DOCS } from '../../lib/docs';
import { Age } from '../Age';
import { GitLayer } from './GitLayer';

type Layer = CommonsHealthResponse['layers'][number];

/** Which layer said something and when; a missing one says how to connect it. */
export function LayerList(props: { layers: Layer[]; hostname: string }) {
  const { layers, hostname } = props;
  return (
    <ul
      aria-label="Layers"
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
          <strong>{layer.id}</strong>{' '}
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
  const { layer, hostname } = props;
  if (layer.id === 'git') return <GitLayer hostname={hostname} />;
  return layer.at ? <Age at={layer.at} as="ago" /> : <>connected</>;
}

function Missing({ layer: { id, state, hint } }: { layer: Layer }) {
  return (
    <>
      {state === 'off' ? 'off' : 'not connected'}
      {hint ? `: ${hint}` : ''}{' '}
      <Link to={LAYER_DOCS[id]} underline="always">
        How to connect {id}
      </Link>
    </>
  );
}
