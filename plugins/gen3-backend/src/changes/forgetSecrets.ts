import { changeFileSchema } from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';
import { jsonText } from '../database/columns';
import { hideInFiles, hidesAny } from '../preview/hideInFiles';

const rowSchema = z.object({
  files_json: jsonText(z.array(changeFileSchema)),
});

/**
 * What is to be written about the files of a change that ends: publishing needed them whole, as git has them, and from now on they are only
 * shown.
 *
 * @param row - of `gen3_changes`; undefined when there is none
 * @returns nothing when no secret is in them.
 */
export function forgetSecrets(row: unknown): { files_json?: string } {
  const files = rowSchema.safeParse(row).data?.files_json ?? [];
  return hidesAny(files)
    ? { files_json: JSON.stringify(hideInFiles(files)) }
    : {};
}
