import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { redactUrls } from '../git/redactUrls';
import { valueAt } from './valueAt';

/**
 * Parses a request's query. Keys that the schema does not know are refused, so that a typing error does not pass for an
 * answer.
 *
 * @throws InputError that names each key, the value found and what is expected.
 * @public
 */
export function parseQuery<T extends z.ZodObject>(
  schema: T,
  query: unknown,
): z.infer<T> {
  const known = Object.keys(schema.shape);
  const unknown = Object.keys(Object(query)).filter(
    key => !known.includes(key),
  );
  if (unknown.length > 0) {
    throw new InputError(
      `${unknown
        .map(key => `"${key}"`)
        .join(', ')}: not a parameter of this list; known are ${known.join(
        ', ',
      )}`,
    );
  }
  refuseNul(query);
  const parsed = schema.safeParse(query);
  if (parsed.success) {
    return parsed.data;
  }
  throw new InputError(
    parsed.error.issues.map(issue => describeIssue(issue, query)).join('; '),
  );
}

/** PostgreSQL refuses text with NUL, and nothing that is looked for has one. */
function refuseNul(query: unknown): void {
  for (const [key, value] of Object.entries(Object(query))) {
    const texts: unknown[] = Array.isArray(value) ? value : [value];
    if (texts.some(text => typeof text === 'string' && text.includes('\0'))) {
      throw new InputError(
        `${key}: ${JSON.stringify(value).slice(
          0,
          120,
        )} is not accepted: it contains a NUL character`,
      );
    }
  }
}

function describeIssue(issue: z.core.$ZodIssue, query: unknown): string {
  const key = issue.path.join('.') || 'query';
  const value = JSON.stringify(valueAt(query, issue.path)) ?? 'nothing';
  const shown = redactUrls(value).slice(0, 120);
  return `${key}: ${shown} is not accepted: ${problemOf(issue)}`;
}

/** The problem of the innermost alternative: a union itself only says "Invalid input". */
function problemOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().at(0);
    return inner ? problemOf(inner) : issue.message;
  }
  return issue.message;
}
