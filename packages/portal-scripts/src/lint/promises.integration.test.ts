import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY } from '../repository';
import { ESLINT, PROMISES_LINT } from '../test/staticChecks';

const SOURCE = `
declare function ask(): Promise<void>;
export async function run() {
  ask();
  [1, 2].map(() => ask());
  void ask();
  await ask();
}
`;

const PROJECT = {
  compilerOptions: { lib: ['ES2022'], types: [], strict: true },
  files: ['run.ts'],
};

// No setting of a single package sees the types that this rule needs.
it('lint finds promises that nobody waits for, unless that is said', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gen3-csoc-promises-'));
  try {
    await writeFile(join(folder, 'run.ts'), SOURCE);
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(PROJECT));
    const { stdout } = spawnSync(
      ESLINT,
      [
        ...PROMISES_LINT,
        `--parser-options=project:${join(folder, 'tsconfig.json')}`,
        '--format=unix',
        folder,
      ],
      { cwd: REPOSITORY, encoding: 'utf8' },
    );

    expect(
      [
        ...stdout.matchAll(
          /run\.ts:(\d+):.*(@typescript-eslint\/no-floating-promises)/g,
        ),
      ].map(([, line, rule]) => [line, rule]),
    ).toEqual([
      ['4', '@typescript-eslint/no-floating-promises'],
      ['5', '@typescript-eslint/no-floating-promises'],
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 60_000);
