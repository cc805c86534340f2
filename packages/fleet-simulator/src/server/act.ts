import { ServerResponse } from 'node:http';
import { Disposition } from '../revproxy/Disposition';
import { Reply } from '../services/types';

/** What {@link act} may do besides answering. */
export interface Effects {
  /** Notes the status of the answer, 0 for none. */
  record: (status: number) => void;
  /** Resets the connection. */
  reset: () => void;
}

/**
 * Does to a request what was decided. `record` is called with the status before the answer is sent (0 for none), so a
 * client that has its answer finds it in the log.
 */
export function act(
  disposition: Disposition,
  response: ServerResponse,
  { record, reset }: Effects,
): void {
  switch (disposition.kind) {
    case 'hang':
      record(0);
      return;
    case 'reset':
      record(0);
      reset();
      return;
    case 'reply':
      answerAfter(disposition, response, record);
      return;
    default:
      throw new Error(`Cannot do "${JSON.stringify(disposition)}"`);
  }
}

function answerAfter(
  { reply, delayMs }: { reply: Reply; delayMs: number },
  response: ServerResponse,
  record: (status: number) => void,
): void {
  if (delayMs === 0) {
    record(reply.status);
    send(reply, response);
    return;
  }
  let isAnswered = false;
  const timer = setTimeout(() => {
    isAnswered = true;
    record(reply.status);
    send(reply, response);
  }, delayMs);
  response.once('close', () => {
    clearTimeout(timer);
    if (!isAnswered) {
      record(0);
    }
  });
}

function send(reply: Reply, response: ServerResponse): void {
  response.writeHead(reply.status, {
    ...reply.headers,
    ...(reply.status === 204
      ? {}
      : { 'Content-Length': Buffer.byteLength(reply.body) }),
  });
  response.end(reply.body);
}
