import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { REPOSITORY } from '../repository';

const reportSchema = z.tuple([
  z.object({
    messages: z.array(
      z.object({ ruleId: z.string().nullable(), line: z.number() }),
    ),
  }),
]);

/** Lints a file that does not exist; a program of its own, because lint plugins do not load inside jest. */
function lint(file: string, lines: string[]) {
  const { stdout } = spawnSync(
    process.execPath,
    [
      resolve(REPOSITORY, 'node_modules/.bin/eslint'),
      '--format=json',
      '--stdin',
      `--stdin-filename=${file}`,
    ],
    { cwd: REPOSITORY, input: lines.join('\n'), encoding: 'utf8' },
  );
  const [{ messages }] = reportSchema.parse(JSON.parse(stdout));
  return messages;
}

/** Those of the imports that break a direction. */
function forbidden(file: string, targets: string[]): string[] {
  const broken = lint(
    file,
    targets.map(target => `import '${target}';`),
  )
    .filter(
      ({ ruleId }) => ruleId === '@typescript-eslint/no-restricted-imports',
    )
    .map(({ line }) => line);
  return targets.filter((_, index) => broken.includes(index + 1));
}

const COMMON = '@gen3-csoc/backstage-plugin-gen3-common';
const NODE = '@gen3-csoc/backstage-plugin-gen3-node';
const BACKEND = '@gen3-csoc/backstage-plugin-gen3-backend';
const FRONTEND = '@gen3-csoc/backstage-plugin-gen3';
const MODULE = '@gen3-csoc/backstage-plugin-catalog-backend-module-gen3';
const ALL = [COMMON, NODE, BACKEND, FRONTEND, MODULE];

const without = (...allowed: string[]) =>
  ALL.filter(name => !allowed.includes(name));

describe('import directions', () => {
  it('let gen3-common import no package of ours, no Node and no React', () => {
    expect(
      forbidden('plugins/gen3-common/src/x.ts', [...ALL, 'node:fs', 'react']),
    ).toEqual([...without(COMMON), 'node:fs', 'react']);
  });

  it('let gen3-node import gen3-common', () => {
    expect(forbidden('plugins/gen3-node/src/x.ts', ALL)).toEqual(
      without(COMMON, NODE),
    );
  });

  it.each(['gen3-backend', 'catalog-backend-module-gen3'])(
    'let %s import gen3-common and gen3-node, and no other backend package',
    folder => {
      const itself = folder === 'gen3-backend' ? BACKEND : MODULE;
      expect(forbidden(`plugins/${folder}/src/x.ts`, ALL)).toEqual(
        without(COMMON, NODE, itself),
      );
    },
  );

  it('let the frontend import gen3-common only, and no Node', () => {
    expect(forbidden('plugins/gen3/src/x.ts', [...ALL, 'node:path'])).toEqual([
      ...without(COMMON, FRONTEND),
      'node:path',
    ]);
  });

  it('hold in tests too', () => {
    expect(forbidden('plugins/gen3/src/x.test.ts', [BACKEND])).toEqual([
      BACKEND,
    ]);
  });

  it('let nobody reach into the files of another package', () => {
    expect(
      forbidden('plugins/gen3/src/x.ts', [`${COMMON}/src/api/fleet`]),
    ).toHaveLength(1);
  });

  it('keep databases and upstreams out of routers', () => {
    expect(
      forbidden('plugins/gen3-backend/src/router.ts', [
        'knex',
        'undici',
        'zod',
      ]),
    ).toEqual(['knex', 'undici']);
  });
});

describe('house rules', () => {
  it('refuse any and files of more than 300 lines', () => {
    const rules = lint('plugins/gen3-common/src/x.ts', [
      'export const x: any = 1;',
      ...Array(300).fill('export {};'),
    ]).map(({ ruleId }) => ruleId);

    expect(rules).toEqual(
      expect.arrayContaining([
        '@typescript-eslint/no-explicit-any',
        'max-lines',
      ]),
    );
  });

  it('refuse cycles of imports', async () => {
    // The rule follows imports on the disk, so the two files have to be there for a moment.
    const folder = await mkdtemp(
      resolve(REPOSITORY, 'plugins/gen3-common/dist-cycle-'),
    );
    const one = ["import { two } from './two';", '', 'export const one = two;'];
    const two = ["import { one } from './one';", '', 'export const two = one;'];
    try {
      await writeFile(resolve(folder, 'one.ts'), one.join('\n'));
      await writeFile(resolve(folder, 'two.ts'), two.join('\n'));
      const rules = lint(resolve(folder, 'one.ts'), one).map(
        ({ ruleId }) => ruleId,
      );
      expect(rules).toContain('import/no-cycle');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("refuse the index of a parent's folder", () => {
    const rules = lint('plugins/gen3-common/src/health/x.ts', [
      "import '..';",
      "import '../index';",
    ]);
    expect(rules.map(({ line }) => line)).toEqual(
      expect.arrayContaining([1, 2]),
    );
  });
});
