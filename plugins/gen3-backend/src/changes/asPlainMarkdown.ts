/** Keeps what follows from being taken for part of a name; it is not seen. */
const WORD_JOINER = '\u2060';

/**
 * A text in one line of Markdown as it is: what looks like emphasis, a link, an image or HTML is shown and does nothing, and no host of git makes a
 * mention, a link or a reference to an issue of it. They look for these after Markdown is rendered, so a backslash keeps none of them away.
 *
 * @example
 * asPlainMarkdown('see [here](https://example.org)');
 */
export function asPlainMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>~&]/g, '\\$&')
    .replace(/^[-+#=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/[@#!$%](?=[\p{L}\p{N}_])/gu, `$&${WORD_JOINER}`)
    .replace(/:(?=\/\/)/g, `:${WORD_JOINER}`)
    .replace(/\b(www)(?=\.)/gi, `$1${WORD_JOINER}`);
}
