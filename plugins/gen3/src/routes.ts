import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The fleet page. @public */
export const fleetRouteRef = createRouteRef({ id: 'gen3:fleet' });

/** The clusters page. @public */
export const clustersRouteRef = createRouteRef({ id: 'gen3:clusters' });

/** The sources page. @public */
export const sourcesRouteRef = createRouteRef({ id: 'gen3:sources' });

/**
 * Where cards lead to for more about sources: the sources page. Optional, because a portal may use the cards and leave the
 * page out; they then show no link.
 *
 * @public
 */
export const sourcesLinkRouteRef = createExternalRouteRef({
  id: 'gen3:sources-link',
  optional: true,
  defaultTarget: 'gen3.sources',
});
