import { redactUrls } from './redactUrls';

/** Enough for a sentence or two of a hook. */
const MAX_SAYING = 300;

/**
 * Reads a `git push --porcelain` of one ref that failed: git's own reason, e.g. `pre-receive hook declined`, and what there is to
 * say with what the repository wrote to whoever pushes, without credentials.
 *
 * @returns undefined when the push did not get as far as the ref.
 */
export function parsePush(end: {
  output: Buffer;
  complaint: string;
}): { reason: string; saying: string } | undefined {
  const line = end.output
    .toString('utf8')
    .split('\n')
    .find(each => each.startsWith('!\t'));
  if (line === undefined) return undefined;
  const reason = /\(([^()]*)\)$/.exec(line.trim())?.[1] ?? 'rejected';
  const words = end.complaint
    .split('\n')
    .map(each => /^remote:(.*)$/.exec(each)?.[1] ?? '')
    .join(' ')
    // A hook may write colours and progress for a terminal.
    .replace(/\p{Cc}\[[\d;]*[A-Za-z]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  const told =
    words === '' ? '' : `: "${redactUrls(words).slice(0, MAX_SAYING)}"`;
  return { reason, saying: `git says "${reason}"${told}` };
}
