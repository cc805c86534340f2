import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describeError } from '../describeError';
import { bringProgram } from './bringProgram';
import { programsFor } from './programs';

/** Brings those of helm and kubectl that are not in the folder yet. */
async function bringPrograms(folder: string): Promise<void> {
  const missing = programsFor(process).filter(
    ({ name }) => !existsSync(join(folder, name)),
  );
  // One after the other, because each is held in memory.
  for (const program of missing) {
    await bringProgram(program, folder);
  }
}

bringPrograms(process.argv[2]).catch((error: unknown) => {
  console.error(`setup: ${describeError(error)}`);
  process.exitCode = 1;
});
