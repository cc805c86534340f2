import { describeDuration } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Gen3TranslationFunction } from '../translation';

/**
 * Age of an instant, e.g. `12 s`; `-` when there is none. A clock that is ahead of ours makes an age of `0 s`.
 *
 * @param at - ISO 8601
 * @param now - milliseconds since the epoch
 */
export function formatAge(at: string | undefined, now: number): string {
  if (at === undefined) return '-';
  return describeDuration(now - Date.parse(at));
}

/** Age in a sentence: `12 s ago`, or `never`. */
export function formatAgo(
  at: string | undefined,
  now: number,
  t: Gen3TranslationFunction,
): string {
  return at === undefined
    ? t('age.never')
    : t('age.ago', { age: formatAge(at, now) });
}

/** How far ahead an instant is: `in 40 s`, `any moment` when it has passed, `-` when there is none. */
export function formatAhead(
  at: string | undefined,
  now: number,
  t: Gen3TranslationFunction,
): string {
  if (at === undefined) return '-';
  const ahead = Date.parse(at) - now;
  return ahead <= 0
    ? t('age.due')
    : t('age.ahead', { age: describeDuration(ahead) });
}

/** The exact instant in local time and in UTC, for tooltips. */
export function formatInstant(at: string): string {
  const date = new Date(at);
  const local = date.toLocaleString(undefined, {
    dateStyle: 'medium',
    timeStyle: 'long',
  });
  return `${local} (${date.toISOString().replace('.000Z', 'Z')})`;
}

/** Clock time for a headline: `02:14` today, `21 Nov 02:14` on another day. Local time. */
export function formatClock(at: string, now: number): string {
  const date = new Date(at);
  const time = date.toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  });
  if (date.toDateString() === new Date(now).toDateString()) return time;
  const day = date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
  });
  return `${day} ${time}`;
}
