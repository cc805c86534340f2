import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { valueAt } from '../input/valueAt';

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

/** What is known of a config beside its mistakes. @public */
export interface ConfigErrorContext {
  /** The value at the root, to quote what was found; leave it out where a value may be secret. */
  found?: unknown;
  /** Keys that there are below the root. */
  known?: readonly string[];
}

/**
 * One line per mistake in the config at `root`, each with the full path of its key, the value found and what is accepted.
 *
 * @public
 */
export function configError(
  root: string,
  error: z.ZodError,
  context: ConfigErrorContext = {},
): InputError {
  const lines = error.issues.flatMap(issue => {
    if (issue.code === 'unrecognized_keys') {
      const fix =
        context.known && issue.path.length === 0
          ? `known are ${context.known.join(', ')}`
          : 'remove it or correct its name';
      return issue.keys.map(
        key =>
          `${joinConfigPath(root, [...issue.path, key])}: unknown key; ${fix}`,
      );
    }
    const value = JSON.stringify(valueAt(context.found, issue.path));
    return [
      `${joinConfigPath(root, issue.path)}: ${
        value === undefined ? '' : `${value} is not accepted: `
      }${issue.message}`,
    ];
  });
  return new InputError(lines.join('\n'));
}
