import { WIDTH } from './yamlWidth';

const BROKEN: Record<string, (text: string) => boolean> = {
  'empty-lines': text => /\n{4}|\n\n$/.test(text),
  'line-length': text => text.split('\n').some(isTooLong),
  'trailing-spaces': text => /[ \t]$/m.test(text),
};

/** A single word may be as long as it is: yamllint's `allow-non-breakable-words`. */
function isTooLong(line: string): boolean {
  return line.length > WIDTH && line.replace(/^ *(#+ |- )?/, '').includes(' ');
}

/** Rules of yamllint that a text breaks because texts in it do, e.g. a `user.yaml` in a values file, which is as it is. */
export function lintedOut(text: string): string[] {
  return Object.entries(BROKEN).flatMap(([rule, isBroken]) =>
    isBroken(text) ? [rule] : [],
  );
}
