import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import { REPOSITORY } from '../repository';

const answerSchema = z.array(
  z.array(z.object({ ruleId: z.string().nullable(), line: z.number() })),
);

/** What lint says about one line of a text. */
export type LintMessage = z.infer<typeof answerSchema>[number][number];

/** A text and the file that it is taken for, which need not exist. */
export interface LintText {
  file: string;
  lines: string[];
}

/** Lint plugins do not load inside jest, so this is a program of its own; one for all texts, because it takes seconds to start. */
const PROGRAM = `
const { readFileSync } = require('node:fs');
const { ESLint } = require('eslint');
async function main() {
  const { texts, rules } = JSON.parse(readFileSync(0, 'utf8'));
  const eslint = new ESLint({ overrideConfig: { rules } });
  const answers = [];
  for (const { file, lines } of texts) {
    const [result] = await eslint.lintText(lines.join('\\n'), { filePath: file });
    answers.push(result.messages);
  }
  process.stdout.write(JSON.stringify(answers));
}
main().catch(error => { console.error(error); process.exitCode = 1; });
`;

/**
 * Lints texts as if each was a file of this repository. `rules` are set as given, whatever the configuration says.
 *
 * @throws Error with what the program said when it fails.
 */
export function lintTexts(
  texts: LintText[],
  rules: Record<string, 'off'> = {},
): LintMessage[][] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--eval', PROGRAM],
    {
      cwd: REPOSITORY,
      input: JSON.stringify({ texts, rules }),
      encoding: 'utf8',
    },
  );
  if (status !== 0) {
    throw new Error(`eslint ended with ${status}: ${stderr}`);
  }
  return answerSchema.parse(JSON.parse(stdout));
}
