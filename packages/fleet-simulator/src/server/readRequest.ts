import { IncomingMessage } from 'node:http';
import { SimulatedRequest } from '../services/types';

/** Host header without port, lower case. */
export function hostOf(message: IncomingMessage): string {
  return (message.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
}

/** A node request as handlers see it. */
export function readRequest(message: IncomingMessage): SimulatedRequest {
  const target = message.url ?? '/';
  const [path, query] = splitTarget(target);
  const cookies = readCookies(message.headers.cookie ?? '');
  return {
    method: message.method ?? 'GET',
    path,
    query: new URLSearchParams(query),
    target,
    header: name => {
      const value = message.headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    },
    cookie: name => cookies.get(name),
  };
}

function splitTarget(target: string): [string, string] {
  const mark = target.indexOf('?');
  return mark < 0
    ? [target, '']
    : [target.slice(0, mark), target.slice(mark + 1)];
}

function readCookies(header: string): ReadonlyMap<string, string> {
  return new Map(
    header.split(';').flatMap((part): [string, string][] => {
      const equals = part.indexOf('=');
      const value = part.slice(equals + 1).trim();
      return equals > 0 && value ? [[part.slice(0, equals).trim(), value]] : [];
    }),
  );
}
