const { basename } = require('node:path');
const { builtinModules } = require('node:module');

const SCOPE = '@gen3-csoc/backstage-plugin-';

/** Packages of ours that others may want to import. */
const OURS = [
  'gen3',
  'gen3-backend',
  'gen3-common',
  'gen3-node',
  'catalog-backend-module-gen3',
];

/** Who may import whom, by folder: imports point one way (docs/adr/0001-workspace.md). */
const ALLOWED = {
  'gen3-common': [],
  'gen3-node': ['gen3-common'],
  'gen3-backend': ['gen3-common', 'gen3-node'],
  'catalog-backend-module-gen3': ['gen3-common', 'gen3-node'],
  gen3: ['gen3-common'],
  'fleet-simulator': ['gen3-common', 'gen3-node'],
  'portal-scripts': ['gen3-common'],
  app: ['gen3'],
  backend: ['gen3-backend', 'catalog-backend-module-gen3'],
};

/** Packages whose code also runs in a browser. */
const IN_BROWSER = ['gen3-common', 'gen3', 'app'];

const ONE_WAY = {
  group: [],
  message: 'Imports point one way only, see docs/adr/0001-workspace.md.',
};

/** Inside gen3-backend: router -> service -> stores and clients. A router never sees a database or an upstream. */
const INSIDE = {
  'gen3-backend': [
    {
      files: ['src/router.ts', 'src/**/*Router.ts', 'src/routes/**'],
      imports: [
        {
          group: ['knex', 'undici', 'node:http', 'node:https', '**/checks/*'],
          message:
            'A router authorises, parses, calls one service and answers.',
        },
      ],
    },
  ],
};

function directionsOf(dir) {
  const folder = basename(dir);
  const allowed = ALLOWED[folder];
  if (!allowed) {
    throw new Error(
      `No import directions for "${folder}": add it to eslint/directions.js`,
    );
  }
  const imports = [
    {
      ...ONE_WAY,
      group: OURS.filter(other => other !== folder && !allowed.includes(other))
        .map(other => SCOPE + other)
        .flatMap(name => [name, `${name}/*`]),
    },
    {
      group: [`${SCOPE}*/src`, `${SCOPE}*/src/**`, '**/plugins/*/src/**'],
      message: 'Import another package by its name, not by its files.',
    },
  ];
  if (IN_BROWSER.includes(folder)) {
    imports.push({
      group: [...builtinModules, 'node:*', '@backstage/backend-*'],
      message: 'This package also runs in a browser.',
    });
  }
  if (folder === 'gen3-common') {
    imports.push({
      group: ['react', 'react-*', '@material-ui/*', '@backstage/core-*'],
      message: 'This package also runs in a backend, without React.',
    });
  }
  return { imports, overrides: INSIDE[folder] ?? [] };
}

module.exports = { directionsOf };
