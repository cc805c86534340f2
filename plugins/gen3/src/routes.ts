import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** The fleet page. @public */
export const fleetRouteRef = createRouteRef({ id: 'gen3:fleet' });

/** The clusters page. @public */
export const clustersRouteRef = createRouteRef({ id: 'gen3:clusters' });

/** The sources page. @public */
export const sourcesRouteRef = createRouteRef({ id: 'gen3:sources' });

/** The page of changes. @public */
export const changesRouteRef = createRouteRef({ id: 'gen3:changes' });

/** The page of one change, below that of all. @public */
export const changeRouteRef = createSubRouteRef({
  id: 'gen3:change',
  parent: changesRouteRef,
  path: '/:id',
});

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

/**
 * Where tabs lead to for all changes. Optional for the same reason.
 *
 * @public
 */
export const changesLinkRouteRef = createExternalRouteRef({
  id: 'gen3:changes-link',
  optional: true,
  defaultTarget: 'gen3.changes',
});

/**
 * Where lists lead to for one change. Optional for the same reason.
 *
 * @public
 */
export const changeLinkRouteRef = createExternalRouteRef({
  id: 'gen3:change-link',
  params: ['id'],
  optional: true,
  defaultTarget: 'gen3.change',
});

/**
 * Where somebody proposes a change: the templates of the scaffolder. Optional, because not every portal has them.
 *
 * @public
 */
export const proposeLinkRouteRef = createExternalRouteRef({
  id: 'gen3:propose-link',
  optional: true,
  defaultTarget: 'scaffolder.root',
});
