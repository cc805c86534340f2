const MAX_CHARS = 200;

/** Enough to find what must not be seen before the rest is cut. */
const MAX_READ_CHARS = 2_000;

const UNSEEN: ReadonlyArray<[RegExp, string]> = [
  [/\b[a-z][a-z+.-]{1,20}:\/\/[^\s"'<>]+/gi, '<url>'],
  [/\b(Bearer|Basic) +[^\s"',;]+/gi, '$1 <token>'],
  [/\beyJ[\w-]+\.[\w.-]*/g, '<token>'],
  [/(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?![\w.])/g, '<address>'],
  [/\[[0-9a-f]*:[0-9a-f:.]+\](?::\d+)?/gi, '<address>'],
];

/**
 * The first line of foreign text, in at most 200 characters and without what people who may see a commons need not know:
 * tokens, URLs and addresses.
 *
 * @public
 */
export function boundedClause(text: string): string {
  const [line = ''] = text
    .trim()
    .slice(0, MAX_READ_CHARS)
    .split(/[\r\n]/);
  // eslint-disable-next-line no-control-regex
  const plain = line.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ').trim();
  const clean = UNSEEN.reduce(
    (seen, [what, instead]) => seen.replace(what, instead),
    plain,
  );
  return clean.length > MAX_CHARS
    ? `${clean.slice(0, MAX_CHARS - 1).replace(/[\ud800-\udbff]$/, '')}…`
    : clean;
}
