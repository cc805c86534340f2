/** Of a value that is shown. */
const MAX_SHOWN = 80;

/**
 * A value of an annotation or a file for a message: cut to 80 characters, and without what may be a user, a password or a token
 * of a URL. Messages are logged and shown to others than who wrote the value.
 */
export function showWithoutSecrets(value: string): string {
  const at = value.lastIndexOf('@');
  const rest = value.slice(Math.max(at, 0));
  const [bare = ''] = rest.split(/[?#&;]/, 1);
  const cut = bare === rest ? '' : '…';
  return `${at < 0 ? '' : '…'}${bare}${cut}`.slice(0, MAX_SHOWN);
}
