import { InvalidArgumentError } from 'commander';

const UNITS: Record<string, number> = { ms: 1, s: 1000, m: 60_000 };

/** Milliseconds of `500ms`, `3s` or `2m`. */
export function parseDuration(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(text);
  if (!match) {
    throw new InvalidArgumentError(`Write a duration like 500ms, 3s or 2m.`);
  }
  return Math.round(Number(match[1]) * UNITS[match[2]]);
}

/** A number. */
export function parseNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) {
    throw new InvalidArgumentError('Write a number.');
  }
  return value;
}

/** A TCP port; 0 takes any free one. */
export function parsePort(text: string): number {
  const port = parseNumber(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InvalidArgumentError('Write a port from 0 to 65535.');
  }
  return port;
}
