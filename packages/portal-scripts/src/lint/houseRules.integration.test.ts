import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { REPOSITORY } from '../repository';
import { lintTexts } from './lintTexts';

const rulesFor = (file: string, lines: string[]) =>
  lintTexts([{ file, lines }])[0].map(({ ruleId }) => ruleId);

describe('house rules', () => {
  it('refuse any and files of more than 300 lines', () => {
    expect(
      rulesFor('plugins/gen3-common/src/x.ts', [
        'export const x: any = 1;',
        ...Array(300).fill('export {};'),
      ]),
    ).toEqual(
      expect.arrayContaining([
        '@typescript-eslint/no-explicit-any',
        'max-lines',
      ]),
    );
  });

  // Lint takes seconds to start.
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
      expect(rulesFor(resolve(folder, 'one.ts'), one)).toContain(
        'import/no-cycle',
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 60_000);

  it("refuse the index of a parent's folder", () => {
    const [messages] = lintTexts([
      {
        file: 'plugins/gen3-common/src/health/x.ts',
        lines: ["import '..';", "import '../index';"],
      },
    ]);
    expect(messages.map(({ line }) => line)).toEqual(
      expect.arrayContaining([1, 2]),
    );
  });
});
