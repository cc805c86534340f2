import { isError } from '@backstage/errors';
import {
  GitHostFailure,
  redactUrls,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { HISTORY_DEADLINE_MS } from './SourceHistory';

/** Characters of a foreign message. */
const MAX_CHARACTERS = 300;

/** Why commits could not be listed: names the repository and the fix, without credentials. */
export function describeHistoryFailure(
  error: unknown,
  about: {
    /** Without credentials. */
    repo: string;
    /** The history is still on its way. */
    isReading?: boolean;
  },
): string {
  const { repo, isReading } = about;
  if (isError(error) && error.name === 'GitError') return error.message;
  const cannot = `Cannot list the commits of "${repo}"`;
  if (isError(error) && error.name === 'DeadlineError') {
    if (isReading) {
      return `${cannot} yet: its history is still being read, which can take a minute or two the first time; try again in a moment`;
    }
    return `${cannot} within ${
      HISTORY_DEADLINE_MS / 1000
    } s; check that its host can be reached from the portal, and try again`;
  }
  if (error instanceof GitHostFailure) {
    return error.isRefusal
      ? `${cannot}: its host answers ${error.message}; correct the token of the host below "integrations": it is missing or expired, or may not read this repository`
      : `${cannot}: its host ${error.message}`;
  }
  const message = isError(error) ? error.message : String(error);
  return `${cannot}: ${redactUrls(message)
    .replace(/\s+/g, ' ')
    .slice(0, MAX_CHARACTERS)}`;
}
