import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { REPOSITORY } from '../repository';

/** A test that failed. */
export interface FailedTest {
  /** Its file, with the line where it is known. */
  place: string;
  title: string;
  /** What it was told, in the words of the test program. */
  reasons: string[];
}

/** Of a reason, what tells what was expected and what was found; the rest is where the test program printed it. */
const MAX_REASON = 500;

/** A failure in few lines, without colours and paths of this machine. */
export function describeFailure({ place, title, reasons }: FailedTest): string {
  const reason = stripVTControlCharacters(reasons.join('\n'))
    .replaceAll(`${REPOSITORY}/`, '')
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .join('\n  ')
    .slice(0, MAX_REASON);
  const where = place.startsWith('/') ? relative(REPOSITORY, place) : place;
  return [`${where}: ${title}`, reason].filter(Boolean).join('\n  ');
}
