/** What ends a line, for those who count lines and for those who hide them: a lone carriage return does, too. */
const LINE_END = /(\r\n|\n|\r)/;

/** The lines of a text, without their ends. */
export function splitLines(text: string): string[] {
  return text.split(LINE_END).filter((_, at) => at % 2 === 0);
}

/** A text with other lines; their ends stay. The first line is 1. */
export function mapLines(
  text: string,
  change: (line: string, number: number) => string,
): string {
  return text
    .split(LINE_END)
    .map((part, at) => (at % 2 === 0 ? change(part, at / 2 + 1) : part))
    .join('');
}
