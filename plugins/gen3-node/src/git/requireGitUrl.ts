import { complainAboutGitUrl } from './gitNames';
import { redactUrls } from './redactUrls';

/** @throws Error that shows the URL without credentials when it is not one that git may be given. */
export function requireGitUrl(url: string): void {
  const complaint = complainAboutGitUrl(url);
  if (complaint) {
    throw new Error(
      `"${redactUrls(
        url,
      )}" cannot be read by the git program: ${complaint}; write the URL as for "git clone"`,
    );
  }
}
