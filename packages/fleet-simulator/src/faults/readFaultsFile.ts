import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { PlacedFault, placedFaultSchema } from './types';

const fileSchema = z.object({ faults: z.array(placedFaultSchema) });

/**
 * Reads faults that hold from the start: YAML with a list `faults` of `{ hostname, service, fault }`.
 *
 * @throws Error that names the file and the key.
 */
export async function readFaultsFile(path: string): Promise<PlacedFault[]> {
  const parsed = fileSchema.safeParse(parse(await readFile(path, 'utf8')));
  if (!parsed.success) {
    throw new Error(
      `The faults in "${path}" cannot be used: ${z.prettifyError(
        parsed.error,
      )}`,
    );
  }
  return parsed.data.faults;
}
