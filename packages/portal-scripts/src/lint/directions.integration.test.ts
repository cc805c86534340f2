import { LintMessage, lintTexts } from './lintTexts';

const PREFIX = '@gen3-csoc/backstage-plugin-';
const COMMON = `${PREFIX}gen3-common`;
const NODE = `${PREFIX}gen3-node`;
const BACKEND = `${PREFIX}gen3-backend`;
const FRONTEND = `${PREFIX}gen3`;
const MODULE = `${PREFIX}catalog-backend-module-gen3`;
const ALL = [COMMON, NODE, BACKEND, FRONTEND, MODULE];

const without = (...allowed: string[]) =>
  ALL.filter(name => !allowed.includes(name));

/** `keep <refused> out of <file>`: a module's name, or an import as it is written. */
interface Direction {
  rule: string;
  file: string;
  allowed: string[];
  refused: string[];
}

const BETWEEN_PACKAGES: Direction[] = [
  {
    rule: 'gen3-common imports no package of ours, no Node and no React',
    file: 'plugins/gen3-common/src/x.ts',
    allowed: [COMMON],
    refused: [...without(COMMON), 'node:fs', 'react'],
  },
  {
    rule: 'gen3-node imports gen3-common',
    file: 'plugins/gen3-node/src/x.ts',
    allowed: [COMMON, NODE],
    refused: without(COMMON, NODE),
  },
  {
    rule: 'gen3-backend imports gen3-common and gen3-node, and no other backend package',
    file: 'plugins/gen3-backend/src/x.ts',
    allowed: [COMMON, NODE, BACKEND],
    refused: without(COMMON, NODE, BACKEND),
  },
  {
    rule: 'the catalog module imports gen3-common and gen3-node, and no other backend package',
    file: 'plugins/catalog-backend-module-gen3/src/x.ts',
    allowed: [COMMON, NODE, MODULE],
    refused: without(COMMON, NODE, MODULE),
  },
  {
    rule: 'the frontend imports gen3-common only, and no Node',
    file: 'plugins/gen3/src/x.ts',
    allowed: [COMMON, FRONTEND],
    refused: [...without(COMMON, FRONTEND), 'node:path'],
  },
  {
    rule: 'tests keep to it too',
    file: 'plugins/gen3/src/x.test.ts',
    allowed: [COMMON],
    refused: [BACKEND],
  },
  {
    rule: 'nobody reaches into the files of another package',
    file: 'plugins/gen3/src/x.ts',
    allowed: [],
    refused: [`${COMMON}/src/api/fleet`],
  },
];

const INSIDE_GEN3_BACKEND: Direction[] = [
  {
    rule: 'a router sees no database, no client and nothing below services',
    file: 'plugins/gen3-backend/src/router.ts',
    allowed: [
      'zod',
      './fleet/FleetService',
      './authorize',
      `import { parseQuery } from '${NODE}';`,
    ],
    refused: [
      'knex',
      'undici',
      'node:https',
      '@kubernetes/client-node',
      '@backstage/plugin-kubernetes-node',
      `import { Gen3HttpClient } from '${NODE}';`,
      `import type { GitRepository } from '${NODE}';`,
      './checks/serviceProbe',
      './collector/Collector',
      './database/tables',
      './history/transitions',
    ],
  },
  {
    rule: 'a service knows no router',
    file: 'plugins/gen3-backend/src/health/x.ts',
    allowed: ['knex', '../collector/RoundStore', '../history/transitions'],
    refused: ['../router', '../routes/health', './healthRouter', 'express'],
  },
  {
    rule: 'the collector knows no router and no service',
    file: 'plugins/gen3-backend/src/collector/x.ts',
    allowed: ['knex', '../checks/createChecks', '../history/transitions'],
    refused: ['../router', '../fleet/FleetService', '../health/HealthService'],
  },
  {
    rule: 'the history knows no router and no service',
    file: 'plugins/gen3-backend/src/history/x.ts',
    allowed: ['knex', '../collector/transitionsOf', '../database/tables'],
    refused: ['../router', '../fleet/FleetService', '../health/HealthService'],
  },
  {
    rule: 'a check asks a commons and knows nothing of who keeps the answer',
    file: 'plugins/gen3-backend/src/checks/x.ts',
    allowed: [NODE, '../clock'],
    refused: [
      '../router',
      '../health/HealthService',
      '../collector/Collector',
      '../history/transitions',
      '../database/tables',
    ],
  },
];

const INSIDE_CATALOG_MODULE: Direction[] = [
  {
    rule: 'a router sees no store, no provider and no source',
    file: 'plugins/catalog-backend-module-gen3/src/router/createXRouter.ts',
    allowed: ['./SourcesService', './parseSourcesQuery'],
    refused: [
      'knex',
      `import { HelmRenderer } from '${NODE}';`,
      '../store/DatabaseSourceStore',
      '../provider/mergeSources',
      '../sources/createSourceReader',
      '../entities/buildEntities',
    ],
  },
  {
    rule: 'the service knows no router',
    file: 'plugins/catalog-backend-module-gen3/src/router/SourcesService.ts',
    allowed: ['../store/SourceStore', './narrowToCommons'],
    refused: ['./createSourcesRouter', 'express'],
  },
  {
    rule: 'a source knows no router and no provider',
    file: 'plugins/catalog-backend-module-gen3/src/sources/x.ts',
    allowed: [NODE, '../lib/compareText'],
    refused: ['../router/SourcesService', '../provider/mergeSources'],
  },
];

const FETCHERS = [
  'plugins/gen3-backend/src/router.ts',
  'plugins/gen3-backend/src/health/x.ts',
  'plugins/catalog-backend-module-gen3/src/sources/x.ts',
];

const DIRECTIONS = [
  ...BETWEEN_PACKAGES,
  ...INSIDE_GEN3_BACKEND,
  ...INSIDE_CATALOG_MODULE,
];

const toImport = (target: string) =>
  target.startsWith('import ') ? target : `import '${target}';`;

let answers: LintMessage[][];
let fetches: LintMessage[][];

beforeAll(() => {
  const texts = [
    ...DIRECTIONS.map(({ file, allowed, refused }) => ({
      file,
      lines: [...allowed, ...refused].map(toImport),
    })),
    ...FETCHERS.map(file => ({
      file,
      lines: [
        "await fetch('https://heart.example');",
        "await globalThis.fetch('https://heart.example');",
      ],
    })),
  ];
  // Within one program that rule looks for files where it has seen others, and fails when there are none on the disk.
  const all = lintTexts(texts, { 'import/no-cycle': 'off' });
  answers = all.slice(0, DIRECTIONS.length);
  fetches = all.slice(DIRECTIONS.length);
});

describe('import directions', () => {
  it.each(DIRECTIONS.map(({ rule, file }, index) => ({ rule, file, index })))(
    '$file: $rule',
    ({ index }) => {
      const { allowed, refused } = DIRECTIONS[index];
      const lines = answers[index]
        .filter(
          ({ ruleId }) => ruleId === '@typescript-eslint/no-restricted-imports',
        )
        .map(({ line }) => line);

      expect(
        [...allowed, ...refused].filter((_, line) => lines.includes(line + 1)),
      ).toEqual(refused);
    },
  );

  // fetch is in every scope: no rule about imports sees it.
  it.each(FETCHERS.map((file, index) => [file, index] as const))(
    '%s asks nobody with fetch',
    (_, index) => {
      expect(fetches[index].map(({ ruleId, line }) => [line, ruleId])).toEqual(
        expect.arrayContaining([
          [1, 'no-restricted-globals'],
          [2, 'no-restricted-properties'],
        ]),
      );
    },
  );
});
