import type { ChangeFile } from '@gen3-csoc/backstage-plugin-gen3-common';
import { mapLines } from '../preflight/secrets/lines';
import { HIDDEN, HIDDEN_CHANGED } from './hideSecrets';
import { secretLinesOf } from './secretLinesOf';

/**
 * Files to be shown, without the lines that hold secrets. Such a line has the same mark before and after, unless it changes, so that the diff shows
 * what else differs and that a secret does. What is hidden already stays so.
 */
export function hideInFiles(files: readonly ChangeFile[]): ChangeFile[] {
  return files.map(hideInFile);
}

/** Whether {@link hideInFiles} leaves a text of them out. */
export function hidesAny(files: readonly ChangeFile[]): boolean {
  return files.some(({ before, after }) =>
    [before, after].some(
      text => text !== undefined && secretLinesOf(text).size > 0,
    ),
  );
}

function hideInFile({ path, before, after }: ChangeFile): ChangeFile {
  const earlier: string[] = [];
  const shownBefore =
    before &&
    hide(before, line => {
      earlier.push(line);
      return HIDDEN;
    });
  const shownAfter =
    after &&
    hide(after, line => {
      const at = earlier.indexOf(line);
      if (at >= 0) earlier.splice(at, 1);
      return before === undefined || at >= 0 ? HIDDEN : HIDDEN_CHANGED;
    });
  return {
    path,
    ...(shownBefore === undefined ? {} : { before: shownBefore }),
    ...(shownAfter === undefined ? {} : { after: shownAfter }),
  };
}

function hide(text: string, markOf: (line: string) => string): string {
  const hidden = secretLinesOf(text);
  return mapLines(text, (line, number) =>
    hidden.has(number)
      ? `${/^\s*/.exec(line)?.[0] ?? ''}${markOf(line)}`
      : line,
  );
}
