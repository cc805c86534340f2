import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Age } from '../Age';

/** Which layer said something and when; a missing one says how to connect it. */
export function LayerList(props: { layers: CommonsHealthResponse['layers'] }) {
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
      {props.layers.map(({ id, state, at, hint }) => (
        <li key={id}>
          <strong>{id}</strong>{' '}
          {state === 'connected' && at ? <Age at={at} as="ago" /> : null}
          {state === 'connected' && !at ? 'connected' : null}
          {state === 'connected' ? null : (
            <>
              {state === 'off' ? 'off' : 'not connected'}
              {hint ? `: ${hint}` : ''}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
