/** What the git program is allowed to speak; `ext::` and other helpers would run programs that a URL names. */
export const GIT_PROTOCOLS = ['file', 'ssh', 'https', 'http'] as const;

const CONTROL = /[\p{Cc}\s]/u;
const SCP_LIKE = /^[\w][\w.-]*@[\w][\w.-]*:(?!\/\/)[^-].*$/;

/** Whether a URL can only be read by the git program: no host, or no web server behind it. */
export function isGitOnlyUrl(url: string): boolean {
  return /^(file|ssh):\/\//i.test(url) || SCP_LIKE.test(url);
}

/**
 * Says what is wrong with a URL that the git program shall read, or undefined when nothing is.
 *
 * Text that git would take for an option or for a helper program is refused here and again by git's own settings.
 */
export function complainAboutGitUrl(url: string): string | undefined {
  if (CONTROL.test(url)) return 'it contains spaces or control characters';
  if (SCP_LIKE.test(url)) return undefined;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const protocol = parsed?.protocol.slice(0, -1);
  if (!parsed || !GIT_PROTOCOLS.some(known => known === protocol)) {
    return 'it is none of file://, ssh://, https://, http:// and user@host:path';
  }
  if (url.slice(0, url.indexOf(':') + 3).toLowerCase() !== `${protocol}://`) {
    return `it does not begin with ${protocol}://`;
  }
  if (protocol === 'file') {
    return parsed.host ? 'a file:// URL has no host' : undefined;
  }
  if (/^(%2d|-)/i.test(parsed.hostname) || /^(%2d|-)/i.test(parsed.username)) {
    return 'a host or user does not begin with a dash';
  }
  return undefined;
}

/** Whether a text is a full commit id. */
export function isCommitId(ref: string): boolean {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(ref);
}

/** Whether a text can name a revision at all: a branch, a tag, `HEAD` or a full commit id. */
export function isRevisionName(ref: string): boolean {
  return isCommitId(ref) || complainAboutRef(ref) === undefined;
}

/** Says what is wrong with a name of a branch or tag by the rules of git-check-ref-format, or undefined. */
export function complainAboutRef(ref: string): string | undefined {
  if (ref === '' || ref.length > 250) return 'it is empty or too long';
  if (CONTROL.test(ref) || /[~^:?*[\\]/.test(ref)) {
    return 'it contains a space or one of ~ ^ : ? * [ \\';
  }
  if (/^[-/]|\/$|\/\/|\.\.|@\{|\.$/.test(ref) || ref === '@') {
    return 'it begins with - or /, ends with / or ., or contains //, .. or @{';
  }
  if (ref.split('/').some(part => /^\.|\.lock$/.test(part))) {
    return 'a part of it begins with . or ends with .lock';
  }
  return undefined;
}
