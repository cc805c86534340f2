import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Change } from '@gen3-csoc/backstage-plugin-gen3-common';
import { changeLinkRouteRef } from '../../routes';

/** Title of a change: the link to its page where the portal has that. */
export function ChangeLink({ change: { id, title } }: { change: Change }) {
  const href = useRouteRef(changeLinkRouteRef)?.({ id });
  return href ? <Link to={href}>{title}</Link> : <>{title}</>;
}
