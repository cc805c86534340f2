import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * Parses the JSON body of a request. Values are not quoted in the message, unlike those of a query: a body may hold what nobody should see,
 * and messages are logged.
 *
 * @throws InputError that names each key and what is expected.
 * @public
 */
export function parseBody<T extends z.ZodType>(
  schema: T,
  body: unknown,
): z.output<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new InputError(
    parsed.error.issues.flatMap(issue => linesOf(issue)).join('; '),
  );
}

function linesOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'invalid_union') {
    // What the alternative says that is nearest: the one with the fewest mistakes.
    const [nearest] = [...issue.errors].sort((a, b) => a.length - b.length);
    return nearest
      ? nearest.flatMap(inner =>
          linesOf({ ...inner, path: [...issue.path, ...inner.path] }),
        )
      : [`${keyOf(issue.path)}: ${issue.message}`];
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(
      key =>
        `${keyOf([
          ...issue.path,
          key.slice(0, 60),
        ])}: unknown key; remove it or correct its name`,
    );
  }
  return [`${keyOf(issue.path)}: ${issue.message}`];
}

function keyOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('.') || 'body';
}
