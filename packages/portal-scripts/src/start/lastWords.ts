import { stripVTControlCharacters } from 'node:util';

/** Lines of a log that are shown of a program that failed. */
const MAX_LINES = 20;

/** What Backstage's logger writes of everyday life: time, who, level. */
const EVERYDAY = /^\S+Z \S+ (info|debug) /;

/**
 * The end of a failed program's log, without colours and without the everyday lines among which the reason would be lost. Pure.
 */
export function lastWords(log: string): string {
  const lines = stripVTControlCharacters(log).trimEnd().split('\n');
  const telling = lines.filter(line => !EVERYDAY.test(line));
  return telling.slice(-MAX_LINES).join('\n');
}
