import { ResponseError } from '@backstage/errors';

/** Why a page has no (new) data. */
export interface Failure {
  kind: 'forbidden' | 'not-found' | 'unreachable' | 'failed';
  /** What the backend or the browser said. */
  message: string;
}

/** Sorts an error of {@link Gen3Api} into what a person can do about it. */
export function classifyFailure(error: Error): Failure {
  if (error instanceof ResponseError) {
    const message = error.body.error.message || error.message;
    if (error.statusCode === 403 || error.statusCode === 401) {
      return { kind: 'forbidden', message };
    }
    if (error.statusCode === 404) {
      return { kind: 'not-found', message };
    }
    return { kind: 'failed', message };
  }
  if (error instanceof TypeError) {
    return { kind: 'unreachable', message: error.message };
  }
  return { kind: 'failed', message: error.message };
}

/** As a sentence of its own. */
export function asSentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}

/** Asking again may help: not after a refusal or a wrong request. */
export function isWorthRetrying(error: Error): boolean {
  return !(
    error instanceof ResponseError &&
    error.statusCode >= 400 &&
    error.statusCode < 500 &&
    error.statusCode !== 429
  );
}

/** The backend understood what was asked and says why it cannot be: asking the same again does not help. */
export function isRefusal(error: Error): error is ResponseError {
  return (
    error instanceof ResponseError && [400, 404, 409].includes(error.statusCode)
  );
}
