/** A repository URL without user, password, query and fragment. `git@host:path` has no password and stays. */
export function redactUrl(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) {
    return url.replace(/^[^@/]*:[^@/]*@/, '');
  }
  parsed.username = '';
  parsed.password = '';
  parsed.search = '';
  parsed.hash = '';
  return parsed.toString();
}
