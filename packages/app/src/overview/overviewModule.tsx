import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { EntityContentLayoutBlueprint } from '@backstage/plugin-catalog-react/alpha';

const healthFirst = EntityContentLayoutBlueprint.make({
  name: 'health-first',
  params: {
    filter: { 'spec.type': { $in: ['gen3-commons', 'gen3-service'] } },
    loader: () => import('./OverviewLayout').then(m => m.OverviewLayout),
  },
});

/** How the cards of a commons and of a service are laid out. */
export const overviewModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [healthFirst],
});
