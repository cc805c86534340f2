import { CommonsFacts } from '../commons/CommonsFacts';
import { Reply, SimulatedRequest } from '../services/types';

const REASONS: Record<number, string> = {
  301: 'Moved Permanently',
  302: 'Found',
  401: 'Authorization Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Not Allowed',
};

/** nginx's own page for a status. */
export function nginxPage(status: number): Reply {
  const title = `${status} ${REASONS[status] ?? 'Error'}`;
  return {
    status,
    headers: { 'Content-Type': 'text/html' },
    body: `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`,
  };
}

/** nginx's `return <status> "<text>"`, which takes the default type. */
export function nginxReturn(status: number, body: string): Reply {
  return {
    status,
    headers: { 'Content-Type': 'application/octet-stream' },
    body,
  };
}

/** What every upstream 5xx becomes (`error_page 500 501 502 503 504 @5xx`). */
export function serviceFailure(): Reply {
  return nginxReturn(500, '{ "error": "service failure - try again later"}');
}

/** A redirect to `location`, with status 302 unless said otherwise. */
export function nginxRedirect(location: string, status: number = 302): Reply {
  const page = nginxPage(status);
  return { ...page, headers: { ...page.headers, Location: location } };
}

/** The token of the CSRF cookie: the client's own, or a new one. */
export function csrfToken(
  facts: CommonsFacts,
  request: SimulatedRequest,
): string {
  return request.cookie('csrftoken') ?? facts.hex(`csrf ${request.path}`, 32);
}

const ALWAYS: Record<string, string> = {
  Server: 'nginx',
  'X-Frame-Options': 'SAMEORIGIN',
  'X-Content-Type-Options': 'nosniff',
  'X-Xss-Protection': '1; mode=block',
  'Strict-Transport-Security': 'max-age=63072000; includeSubdomains;',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS, DELETE, PUT',
  'Access-Control-Allow-Headers':
    'DNT,User-Agent,X-Requested-With,If-Modified-Since,Cache-Control,Content-Type,Range,Authorization,Cookie,X-CSRF-Token',
  'Access-Control-Expose-Headers': 'Content-Length,Content-Range',
};

/**
 * Adds what revproxy adds to every reply. nginx sets the cookies only with statuses below 400: their `add_header` has no
 * `always` (`gen3-helm:helm/revproxy/nginx/nginx.conf`).
 */
export function withNginxHeaders(
  reply: Reply,
  facts: CommonsFacts,
  request: SimulatedRequest,
): Reply {
  const requestId = facts.hex(`request ${request.path}`, 32);
  const session = request.cookie('session') ?? requestId;
  const visitor = request.cookie('visitor') ?? requestId;
  const cookies = {
    'Set-Cookie': [
      `csrftoken=${csrfToken(facts, request)};Path=/;Secure;SameSite=Lax`,
      `session=${session};Path=/;Max-Age=1200;HttpOnly;Secure;SameSite=Lax`,
      `visitor=${visitor};Path=/;Max-Age=36000000;HttpOnly;Secure;SameSite=Lax`,
    ],
  };
  return {
    ...reply,
    headers: {
      ...ALWAYS,
      ...(reply.status < 400 ? cookies : {}),
      ...reply.headers,
    },
  };
}
