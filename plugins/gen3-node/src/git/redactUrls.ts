/**
 * From the beginning of a word, so that a long one without `://` is looked through once and not from every letter. The word
 * may begin with what no scheme begins with (`...https://`): what follows is redacted all the same.
 */
const URL_IN_TEXT = /(?<![a-z0-9+.-])([a-z0-9+.-]+:\/\/)([^\s"'<>]+)/gi;

/** Takes user names, passwords, tokens and queries out of every URL in a text; `git@host:path` names no secret. */
export function redactUrls(text: string): string {
  return text.replace(
    URL_IN_TEXT,
    (_all, scheme: string, rest: string) => scheme + redactRest(rest),
  );
}

function redactRest(rest: string): string {
  const end = rest.search(/[/?#]/);
  const authority = end < 0 ? rest : rest.slice(0, end);
  const tail = end < 0 ? '' : rest.slice(end);
  // A password may hold a slash that should have been encoded, so the last @ of all counts when a colon comes before it.
  const at = rest.lastIndexOf('@');
  const bare =
    at > authority.length &&
    /^[^/]*:/.test(authority) &&
    !/:\d+$/.test(authority)
      ? rest.slice(at + 1)
      : authority.slice(authority.lastIndexOf('@') + 1) + tail;
  return bare.replace(/[?#].*$/, '');
}
