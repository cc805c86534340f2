import {
  Document,
  LineCounter,
  parseAllDocuments,
  ScalarTag,
  visit,
} from 'yaml';

/** A YAML text that could not be read. The message never quotes the text: it may hold secrets. */
export interface YamlComplaint {
  message: string;
  line?: number;
}

/** Total number of copies that aliases may make; more is an attempt to fill the memory. */
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
  IMPOSSIBLE: 'text that cannot be read',
};

/**
 * Parses YAML the way Helm and Argo CD do (`yes` and `on` are true; of equal keys the last one counts).
 *
 * @returns one value for each document, undefined for an empty one.
 */
export function readYaml(
  text: string,
): { ok: true; documents: unknown[] } | ({ ok: false } & YamlComplaint) {
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const documents: unknown[] = [];
  for (const document of parsed.documents) {
    try {
      documents.push(
        document.toJS({ maxAliasCount: MAX_ALIASES }) ?? undefined,
      );
    } catch {
      // The parser throws for aliases only: unknown ones, and too many copies.
      return {
        ok: false,
        message: 'an alias of an unknown anchor, or far too many aliases',
      };
    }
  }
  return { ok: true, documents };
}

/** Line of a key in the first document of a text, e.g. of `global.hostname`. */
export function findYamlLine(text: string, key: string): number | undefined {
  const lines = new LineCounter();
  const parsed = parse(text, lines);
  const document = parsed.ok ? parsed.documents[0] : undefined;
  if (!document) return undefined;
  const wanted = key.split('.');
  let line: number | undefined;
  visit(document, {
    Pair(_, pair, ancestors) {
      const depth = ancestors.filter(
        node => typeof node === 'object' && 'key' in node,
      ).length;
      if (String(pair.key) !== wanted[depth]) return visit.SKIP;
      if (depth < wanted.length - 1) return undefined;
      const node = pair.key;
      const range =
        typeof node === 'object' && node !== null && 'range' in node
          ? node.range
          : undefined;
      const start: unknown = Array.isArray(range) ? range[0] : undefined;
      if (typeof start === 'number') line = lines.linePos(start).line;
      return visit.SKIP;
    },
  });
  return line;
}

function parse(
  text: string,
  lineCounter = new LineCounter(),
):
  | { ok: true; documents: Document.Parsed[] }
  | ({ ok: false } & YamlComplaint) {
  const documents = parseAllDocuments(text, {
    lineCounter,
    customTags: tags => [YAML_1_1_FLAG, ...tags],
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  if (!Array.isArray(documents)) return { ok: true, documents: [] };
  const error = documents.flatMap(document => document.errors)[0];
  if (!error) return { ok: true, documents };
  return {
    ok: false,
    message: PROBLEMS[error.code] ?? 'text that is not YAML',
    line: lineCounter.linePos(error.pos[0]).line || undefined,
  };
}
