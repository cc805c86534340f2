import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { ChangeStep } from '@gen3-csoc/backstage-plugin-gen3-common';
import { ListedOrWhole, stepOf } from '../../lib/changeState';
import { CopyText } from '../CopyText';

/** Steps of a launch before the catalog knows the commons. */
const BEFORE_CATALOG = new Set<ChangeStep['id']>([
  'proposed',
  'checks',
  'merged',
  'discovered',
]);

/** Hostname of the commons that a change is about: the link to its entity once it may be there, and a copy button. */
export function CommonsName(props: { change: ListedOrWhole }) {
  const { change } = props;
  const { hostname, entityRef } = change;
  const entityLink = useRouteRef(entityRouteRef);
  const href = mayHaveEntity(change) && entityLink?.(parseEntityRef(entityRef));
  return (
    <span style={{ overflowWrap: 'anywhere' }}>
      {href ? (
        <Link to={href} style={{ fontFamily: 'monospace' }}>
          {hostname}
        </Link>
      ) : (
        <code>{hostname}</code>
      )}
      <CopyText text={hostname} />
    </span>
  );
}

/** A commons that is being launched enters the catalog after the merge, and until then the link would lead nowhere. */
function mayHaveEntity(change: ListedOrWhole): boolean {
  const { kind, state } = change;
  if (kind !== 'launch') return true;
  const step = stepOf(change);
  return (
    state === 'succeeded' ||
    (state === 'merged' && step !== undefined && !BEFORE_CATALOG.has(step.id))
  );
}
