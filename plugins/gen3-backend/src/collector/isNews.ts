import { type Picture, subjectsOf } from './subjectsOf';

/**
 * Whether somebody who looks at the commons has to be told: something has another status or cause, came or went, or the
 * score differs. Sentences do not count: an outage that goes on is told by other counts after every round.
 */
export function isNews(before: Picture | undefined, after: Picture): boolean {
  return before === undefined || essenceOf(before) !== essenceOf(after);
}

function essenceOf(picture: Picture): string {
  const subjects = subjectsOf(picture)
    .map(({ subject, to, cause }) => `${subject} ${to} ${cause}`)
    .sort();
  return [`score ${picture.health.score?.value}`, ...subjects].join('\n');
}
