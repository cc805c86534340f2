import { isReference } from './isReference';
import { kindOfKey } from './kindOfKey';
import { splitLines } from './lines';
import { SECRET_SHAPES, type SecretKind } from './secretKinds';

/** A secret in a text. What it is, nobody is told. */
export interface SecretInText {
  kind: SecretKind;
  /** The first line is 1. */
  line: number;
}

/**
 * `name: value`, `"name": "value"`, `--name=value`; the value is looked at and not taken, as it may be such a pair itself. A name has 80
 * characters at most, which bounds the work on long words.
 */
const ASSIGNMENT =
  /(?<![\w.])([A-Za-z_][\w.-]{0,80})["']?\s{0,4}([:=])\s{0,8}(?=(?:"([^"]{0,2048})"|'([^']{0,2048})'|([^\s"',;}\]]{1,512})))/g;

const END = /^\s*(?:$|[,;&}\]#])/;

/** Letters and digits, as words of a sentence and names in programs seldom are. */
function looksRandom(value: string): boolean {
  return value.length >= 8 && /\d/.test(value) && /[A-Za-z]/.test(value);
}

/** Whether what is behind a name without quotes is a value: sentences and programs have colons and equals signs, too. */
function isValue(bare: string, given: { by: string; rest: string }): boolean {
  if (/[()[\]]/.test(bare)) return false;
  if (given.by === '=' || !END.test(given.rest)) return looksRandom(bare);
  const isWord = /^[a-z]{1,7}$/.test(bare);
  const isProperty = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(bare);
  return !isWord && !isProperty;
}

function scanAssignments(line: string): SecretKind[] {
  return [...line.matchAll(ASSIGNMENT)].flatMap(match => {
    const [whole, name = '', by = '', double, single, bare] = match;
    const kind = kindOfKey(name);
    const value = double ?? single ?? bare ?? '';
    if (!kind || isReference(value)) return [];
    if (bare === undefined) return [kind];
    const rest = line.slice(match.index + whole.length + bare.length);
    return isValue(bare, { by, rest }) ? [kind] : [];
  });
}

function scanShapes(line: string): SecretKind[] {
  return SECRET_SHAPES.flatMap(([kind, shape]) =>
    [...line.matchAll(shape)]
      .filter(([, part]) => part === undefined || !isReference(part))
      .map(() => kind),
  );
}

/**
 * Finds secrets in a text: a sentence, a script, YAML or JSON. What looks like a secret counts wherever it is; anything else only where
 * a name says so, see `kindOfKey`. Each kind counts once in a line, and the key of a service account is not a private key as well.
 */
export function scanText(text: string): SecretInText[] {
  return splitLines(text).flatMap((raw, index) => {
    // JSON in a text of JSON.
    const line = raw.replace(/\\"/g, '"');
    const shapes = scanShapes(line);
    const found = shapes.length > 0 ? shapes : scanAssignments(line);
    const kinds = new Set(found);
    if (kinds.has('service-account')) kinds.delete('private-key');
    return [...kinds].map(kind => ({ kind, line: index + 1 }));
  });
}
