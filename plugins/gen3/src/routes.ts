import { createRouteRef } from '@backstage/core-plugin-api';

/** The fleet page. @public */
export const fleetRouteRef = createRouteRef({ id: 'gen3:fleet' });

/** The sources page. @public */
export const sourcesRouteRef = createRouteRef({ id: 'gen3:sources' });
