import { Labels } from './types';

/** Whether something is selected. */
export type Selector<T> = (candidate: T) => boolean;

/** A selector that cannot be read; the message is for the caller. */
export class SelectorError extends Error {
  readonly name = 'SelectorError';
}

const KEY = '[A-Za-z0-9][A-Za-z0-9._/-]*';
const SET = new RegExp(`^(${KEY})\\s+(in|notin)\\s*\\(([^()]*)\\)$`);
const EQUALITY = new RegExp(`^(${KEY})\\s*(==|=|!=)\\s*([A-Za-z0-9._-]*)$`);
const EXISTS = new RegExp(`^(!?)\\s*(${KEY})$`);

/**
 * Reads a `labelSelector`: equality (`a=b`, `a!=b`), sets (`a in (b,c)`, `a notin (b)`) and existence (`a`, `!a`), joined by
 * commas. As in Kubernetes, `!=` and `notin` also select what lacks the label.
 *
 * @throws SelectorError when it is none.
 */
export function readLabelSelector(text: string): Selector<Labels> {
  const requirements = splitOutsideParentheses(text).map(readRequirement);
  return labels => requirements.every(isMet => isMet(labels));
}

function readRequirement(text: string): Selector<Labels> {
  const set = SET.exec(text);
  if (set) {
    const [, key, operator, list] = set;
    const values = list.split(',').map(value => value.trim());
    return operator === 'in'
      ? labels => key in labels && values.includes(labels[key])
      : labels => !(key in labels) || !values.includes(labels[key]);
  }
  const equality = EQUALITY.exec(text);
  if (equality) {
    const [, key, operator, value] = equality;
    return operator === '!='
      ? labels => labels[key] !== value
      : labels => labels[key] === value;
  }
  const exists = EXISTS.exec(text);
  if (exists) {
    const [, not, key] = exists;
    return labels => key in labels === (not === '');
  }
  throw new SelectorError(
    `unable to parse requirement: found '${text}', expected: a requirement like 'key=value', 'key in (a,b)' or '!key'`,
  );
}

/** One term of a field selector. */
export interface FieldRequirement {
  path: string;
  value: string;
  isEqual: boolean;
}

/**
 * Reads a `fieldSelector`: `a=b,c!=d`.
 *
 * @throws SelectorError when it is none.
 */
export function readFieldSelector(text: string): FieldRequirement[] {
  return splitOutsideParentheses(text).map(term => {
    const match = /^([^=!]+?)\s*(==|=|!=)\s*(.*)$/.exec(term);
    if (!match) {
      throw new SelectorError(
        `invalid selector: '${term}'; can't understand '${term}'`,
      );
    }
    const [, path, operator, value] = match;
    return { path, value, isEqual: operator !== '!=' };
  });
}

function splitOutsideParentheses(text: string): string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map(part => part.trim())
    .filter(part => part !== '');
}
