import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/**
 * Reads the report of a test program.
 *
 * @throws Error that names the program when there is none, or another one than expected.
 */
export async function readReport<T>(
  program: string,
  file: string,
  schema: z.ZodType<T>,
): Promise<T> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new Error(`${program} ended without a report`, { cause });
  }
}
