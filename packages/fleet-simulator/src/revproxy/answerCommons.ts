import { CommonsFacts } from '../commons/CommonsFacts';
import { Reply, SimulatedRequest } from '../services/types';
import { answerFrontEnd } from './answerFrontEnd';
import { answerLocation } from './answerLocation';
import { CommonsRequest } from './CommonsRequest';
import { Disposition, replied } from './Disposition';
import { findLocation } from './findLocation';
import {
  csrfToken,
  nginxRedirect,
  nginxReturn,
  withNginxHeaders,
} from './nginxReplies';

/** What the front door of a commons does with a request. Pure: nothing is waited for, nothing is remembered. */
export function answerCommons(input: CommonsRequest): Disposition {
  const disposition = answerAsRevproxy(input);
  return disposition.kind === 'reply'
    ? {
        ...disposition,
        reply: withNginxHeaders(disposition.reply, input.facts, input.request),
      }
    : disposition;
}

function answerAsRevproxy(input: CommonsRequest): Disposition {
  const { request, commons, facts } = input;
  // Before all else, as in nginx.conf: also an OPTIONS request is sent to https first.
  if (request.header('x-forwarded-proto') === 'http') {
    return replied(
      nginxRedirect(`https://${commons.hostname}${request.target}`, 301),
    );
  }
  if (request.method === 'OPTIONS' && !isDrsObject(request.path)) {
    return replied({ status: 204, headers: {}, body: '' });
  }
  if (request.path === '/_status') {
    return replied(revproxyStatus(facts, request));
  }
  if (commons.flavour === 'helm' && request.path.startsWith('/canary')) {
    return replied(canaryPage());
  }
  const found = findLocation(commons, request.path);
  // nginx.conf only finds out; each location refuses by itself, and some do not.
  if (!found?.location.skipsCsrfCheck && isForgedPost(request)) {
    return replied(nginxReturn(403, 'failed csrf check'));
  }
  return found ? answerLocation(found, input) : answerFrontEnd(input);
}

function isDrsObject(path: string): boolean {
  return /^\/ga4gh\/drs\/v1\/objects(\/|$)/.test(path);
}

function revproxyStatus(facts: CommonsFacts, request: SimulatedRequest): Reply {
  return {
    status: 200,
    headers: { 'Content-Type': 'application/json' },
    body: `{ "message": "Feelin good!", "csrf": "${csrfToken(
      facts,
      request,
    )}" }\n`,
  };
}

/** Only a POST that authenticates by cookie needs the CSRF token in a header. */
function isForgedPost(request: SimulatedRequest): boolean {
  const token = request.cookie('csrftoken');
  return (
    request.method === 'POST' &&
    request.cookie('access_token') !== undefined &&
    (!token || token !== request.header('x-csrf-token'))
  );
}

function canaryPage(): Reply {
  return {
    status: 200,
    headers: { 'Content-Type': 'text/html' },
    body: '<html><body>You are running the Helm version of this commons</body></html>',
  };
}
