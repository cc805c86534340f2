import { createBackend } from '@backstage/backend-defaults';
import { demoPeople } from './demoPeople';
import { signalsFirstUpgrade } from './signalsFirstUpgrade';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(demoPeople);

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@gen3-csoc/backstage-plugin-catalog-backend-module-gen3'));

backend.add(import('@gen3-csoc/backstage-plugin-gen3-backend'));

// Stays silent until the config has a `kubernetes` section.
backend.add(import('@backstage/plugin-kubernetes-backend'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(
  import('@gen3-csoc/backstage-plugin-scaffolder-backend-module-gen3'),
);

backend.add(import('@backstage/plugin-search-backend'));
// On SQLite the search plugin keeps its index in memory; this module takes over on PostgreSQL.
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));

// Owners and authors are told how changes end.
backend.add(import('@backstage/plugin-notifications-backend'));

// Events carry signals between replicas; signals push changes to browsers.
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(signalsFirstUpgrade);

backend.add(import('@backstage/plugin-user-settings-backend'));

backend.start().catch(error => {
  // A backend whose plugin could not start answers 503 for ever; ending it is what its supervisor can act on.
  console.error(`The backend could not start: ${error.message}`);
  process.exit(1);
});
