import {
  Document,
  isCollection,
  Lexer,
  LineCounter,
  parseAllDocuments,
  ScalarTag,
  visit,
} from 'yaml';
import { complainAboutShape } from './complainAboutShape';
import { createYamlLines, YamlLines } from './YamlLines';

/** A YAML text that could not be read. The message never quotes the text: it may hold secrets. */
export interface YamlComplaint {
  message: string;
  line?: number;
}

/** Text that is parsed at once, in characters: parsing takes a second or so for each MiB, and nothing else runs meanwhile. */
export const MAX_YAML_LENGTH = 2 * 1024 * 1024;

/** Anchors and aliases in a text, and copies that aliases may make: the parser compares each with all others. */
const MAX_ALIASES = 1_000;

/**
 * Words that Helm's parser takes for true and false. The rest of YAML 1.1 is not wanted: the parser's version of it takes a
 * name such as `e1` for a number.
 */
const YAML_1_1_FLAG: ScalarTag = {
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  identify: value => typeof value === 'boolean',
  test: /^(?:yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/,
  resolve: text => /^(?:yes|on)$/i.test(text),
};

/** Plain words for the error codes of the parser, whose own messages quote the text. */
const PROBLEMS: Record<string, string> = {
  BAD_INDENT: 'bad indentation',
  TAB_AS_INDENT: 'a tab in the indentation',
  MISSING_CHAR: 'a missing character, such as a closing quote or bracket',
  MULTILINE_IMPLICIT_KEY: 'a key that runs over several lines',
  BLOCK_AS_IMPLICIT_KEY: 'a map that begins in the middle of a line',
  UNEXPECTED_TOKEN: 'something that does not belong there',
  BAD_DQ_ESCAPE: 'a bad escape in double quotes',
  RESOURCE_EXHAUSTION: 'far too deep nesting',
  IMPOSSIBLE: 'text that cannot be read',
};

/** YAML that could be read. */
export interface ReadYaml {
  ok: true;
  /** One value for each document, undefined for an empty one. */
  documents: unknown[];
  /** Where each document says what. */
  lines: YamlLines[];
}

/** Parses YAML the way Helm and Argo CD do (`yes` and `on` are true; of equal keys the last one counts). */
export function readYaml(
  text: string,
): ReadYaml | ({ ok: false } & YamlComplaint) {
  if (text.length > MAX_YAML_LENGTH) {
    return { ok: false, message: `more than ${MAX_YAML_LENGTH} characters` };
  }
  if (hasTooManyAliases(text)) {
    return { ok: false, message: 'far too many anchors and aliases' };
  }
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const documents: unknown[] = [];
  for (const document of parsed.documents) {
    const read = toValue(document);
    if (!read.ok) return read;
    documents.push(read.value ?? undefined);
  }
  const lines = parsed.documents.map(document =>
    createYamlLines(document, parsed.counter),
  );
  return { ok: true, documents, lines };
}

/** A look is enough for nearly every text; only where an ampersand or asterisk is frequent, words tell. */
function hasTooManyAliases(text: string): boolean {
  let looks = 0;
  for (const _ of text.matchAll(/[&*]/g)) looks += 1;
  if (looks <= MAX_ALIASES) return false;
  let aliases = 0;
  for (const word of new Lexer().lex(text)) {
    if (word[0] === '&' || word[0] === '*') aliases += 1;
    if (aliases > MAX_ALIASES) return true;
  }
  return false;
}

function toValue(
  document: Document.Parsed,
): { ok: true; value: unknown } | ({ ok: false } & YamlComplaint) {
  try {
    if (hasKeyThatIsNoWord(document)) {
      return { ok: false, message: 'a map or a list as a key' };
    }
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    const message = complainAboutShape(value);
    return message === undefined ? { ok: true, value } : { ok: false, message };
  } catch (error) {
    if (error instanceof RangeError) {
      return { ok: false, message: 'far too deep nesting' };
    }
    // Else the parser throws for aliases only: unknown ones, and too many copies.
    return {
      ok: false,
      message: 'an alias of an unknown anchor, or far too many aliases',
    };
  }
}

/** Helm refuses such keys, and the parser takes minutes to write nested ones as text. */
function hasKeyThatIsNoWord(document: Document.Parsed): boolean {
  let found = false;
  visit(document, {
    Pair(_, { key }) {
      found ||= isCollection(key);
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

function parse(
  text: string,
):
  | { ok: true; documents: Document.Parsed[]; counter: LineCounter }
  | ({ ok: false } & YamlComplaint) {
  const counter = new LineCounter();
  const parsed = parseAllDocuments(text, {
    lineCounter: counter,
    customTags: tags => [YAML_1_1_FLAG, ...tags],
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const documents = Array.isArray(parsed) ? parsed : [];
  const error = documents.flatMap(document => document.errors)[0];
  if (!error) return { ok: true, documents, counter };
  return {
    ok: false,
    message: PROBLEMS[error.code] ?? 'text that is not YAML',
    line: counter.linePos(error.pos[0]).line || undefined,
  };
}
