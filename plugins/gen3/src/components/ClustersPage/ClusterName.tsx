import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { ClusterRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import { CopyText } from '../CopyText';

/** Name of a cluster: the link to its entity where it has one, and a copy button. */
export function ClusterName({ cluster }: { cluster: ClusterRow }) {
  const { name, entityRef } = cluster;
  const entityLink = useRouteRef(entityRouteRef);
  const href = entityRef && entityLink?.(parseEntityRef(entityRef));
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      {href ? (
        <Link to={href} style={{ fontFamily: 'monospace' }}>
          {name}
        </Link>
      ) : (
        <code>{name}</code>
      )}
      <CopyText text={name} />
    </span>
  );
}
