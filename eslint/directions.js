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
  'scaffolder-backend-module-gen3',
];

/** Who may import whom, by folder: imports point one way (docs/adr/0001-workspace.md). */
const ALLOWED = {
  'gen3-common': [],
  'gen3-node': ['gen3-common'],
  'gen3-backend': ['gen3-common', 'gen3-node'],
  'catalog-backend-module-gen3': ['gen3-common', 'gen3-node'],
  'scaffolder-backend-module-gen3': ['gen3-common'],
  gen3: ['gen3-common'],
  'fleet-simulator': ['gen3-common', 'gen3-node'],
  'portal-scripts': ['gen3-common'],
  app: ['gen3'],
  backend: [
    'gen3-backend',
    'catalog-backend-module-gen3',
    'scaffolder-backend-module-gen3',
  ],
};

/** Packages whose code also runs in a browser. */
const IN_BROWSER = ['gen3-common', 'gen3', 'app'];

const ONE_WAY = {
  group: [],
  message: 'Imports point one way only, see docs/adr/0001-workspace.md.',
};

const ROUTERS = ['src/router.ts', 'src/routes/**', '**/*Router.ts'];
const TESTS = ['**/*.test.ts', '**/__testUtils__/**'];

/** What asks commons, clusters and databases itself. */
const CLIENTS = [
  'knex',
  'undici',
  'node-fetch',
  'cross-fetch',
  'axios',
  'got',
  'http',
  'https',
  'node:http',
  'node:https',
  '@kubernetes/*',
  '@backstage/plugin-kubernetes-*',
];

const ROUTER_MESSAGE =
  'A router authorises, parses, calls one service and answers.';

/** The folders in `below` hold what a router never sees: it calls one service, which does. */
function routersSeeNeither(below) {
  return {
    files: ROUTERS,
    excludedFiles: TESTS,
    imports: [
      {
        group: [...CLIENTS, ...below.map(folder => `**/${folder}/**`)],
        message: ROUTER_MESSAGE,
      },
      {
        group: [`${SCOPE}gen3-node`],
        importNamePattern: '(Client|Repository|Renderer)$',
        message: ROUTER_MESSAGE,
      },
    ],
  };
}

/** Nothing in these folders knows a router, or that there is HTTP, nor what is in the folders `above` it. */
function belowRouters(folders, above = []) {
  return {
    files: folders.map(folder => `src/${folder}/**`),
    excludedFiles: [...ROUTERS, ...TESTS],
    imports: [
      {
        group: ['**/router', '**/router/*', '**/routes/**', '**/*Router'],
        caseSensitive: true,
        message: 'Routers call services, never the other way round.',
      },
      {
        group: ['express', 'express-promise-router'],
        message: 'Only routers know HTTP.',
      },
      ...(above.length > 0
        ? [
            {
              group: above.map(folder => `**/${folder}/**`),
              message:
                'Services call this, never the other way round, see docs/adr/0001-workspace.md.',
            },
          ]
        : []),
    ],
  };
}

/** Inside a package, by folder; no file may be in two rows, the last would win. Tests put the layers together as they like. */
const INSIDE = {
  // router -> service (fleet, health, changes, preflight) -> collector, history, launch -> checks -> clients
  'gen3-backend': [
    routersSeeNeither(['checks', 'collector', 'history', 'database']),
    belowRouters(['changes', 'fleet', 'health', 'permissions', 'preflight']),
    belowRouters(['launch'], ['preflight', 'changes', 'fleet', 'health']),
    belowRouters(['collector', 'history', 'database'], ['fleet', 'health']),
    belowRouters(
      ['checks'],
      ['fleet', 'health', 'collector', 'history', 'database'],
    ),
  ],
  // router -> SourcesService -> provider -> sources, entities, store
  'catalog-backend-module-gen3': [
    routersSeeNeither(['provider', 'sources', 'entities', 'store']),
    belowRouters(['router', 'provider', 'entities', 'config', 'lib']),
    belowRouters(['sources', 'store'], ['provider', 'entities']),
  ],
};

/** Packages that ask commons, clusters and repositories through clients only, which know limits, deadlines and addresses. */
const WITHOUT_FETCH = ['gen3-backend', 'catalog-backend-module-gen3'];

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
  return {
    imports,
    overrides: INSIDE[folder] ?? [],
    mayFetch: !WITHOUT_FETCH.includes(folder),
  };
}

module.exports = { directionsOf, TESTS };
