import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** `catalog.providers.gen3` + `['demo', 'commons', 2]` = `catalog.providers.gen3.demo.commons[2]`. */
export function joinConfigPath(
  root: string,
  path: readonly PropertyKey[],
): string {
  return path.reduce<string>(
    (joined, part) =>
      typeof part === 'number'
        ? `${joined}[${part}]`
        : `${joined}.${String(part)}`,
    root,
  );
}

/** One line per mistake in the config at `root`, each with the full path of its key. @public */
export function configError(root: string, error: z.ZodError): InputError {
  const lines = error.issues.flatMap(issue => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(
        key =>
          `${joinConfigPath(root, [
            ...issue.path,
            key,
          ])}: unknown key; remove it or correct its name`,
      );
    }
    return [`${joinConfigPath(root, issue.path)}: ${issue.message}`];
  });
  return new InputError(lines.join('\n'));
}
