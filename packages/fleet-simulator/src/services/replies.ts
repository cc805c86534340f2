import { Reply, ServiceContext } from './types';

/** JSON, with the content type that Flask and FastAPI send. */
export function json(body: unknown, status: number = 200): Reply {
  return {
    status,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
}

/** JSON with a charset, as Express (`res.send` of an object) and Gin (`c.JSON`) send it. */
export function jsonWithCharset(body: unknown): Reply {
  return {
    ...json(body),
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  };
}

/** Plain text. */
export function text(body: string, status: number = 200): Reply {
  return {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    body,
  };
}

/** HTML, which is also what Flask calls a bare string. */
export function html(body: string, status: number = 200): Reply {
  return {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    body,
  };
}

/** What Flask services answer on `/_status`: text that says it is HTML. */
export function flaskHealthy(): Reply {
  return html('Healthy');
}

/** Flask's page for a path it does not have. */
export function flaskNotFound(): Reply {
  return html(
    '<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n',
    404,
  );
}

/** Express's page for what it does not have (`finalhandler`), which says what that is. */
export function expressNotFound(message: string): Reply {
  const escaped = message.replaceAll('&', '&amp;').replaceAll("'", '&#39;');
  return html(
    `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Error</title>\n</head>\n<body>\n<pre>${escaped}</pre>\n</body>\n</html>\n`,
    404,
  );
}

/** FastAPI's answer for a path it does not have. */
export function fastapiNotFound(): Reply {
  return json({ detail: 'Not Found' }, 404);
}

/**
 * `/_status` of services that are made from Gen3's FastAPI template: 201, not 200, with Python's `time.time()`
 * (`gen3-user-data-library:gen3userdatalibrary/routes/basic.py`, `gen3-analysis:gen3analysis/routes/basic.py`).
 */
export function templateStatus(now: Date): Reply {
  return json({ status: 'OK', timestamp: now.getTime() / 1000 }, 201);
}

/** The answer of Go's `http.NotFound` for a path it does not have. */
export function goNotFound(): Reply {
  return text('404 page not found\n', 404);
}

/**
 * Version of a service whose image is stamped with `git describe --always --tags`: the monthly tag, or a description of a
 * branch build.
 */
export function gitDescribe(
  context: ServiceContext,
  service: string,
): { version: string; commit: string } {
  const commit = context.facts.hex(`commit ${service}`, 40);
  const tag = context.tagOf(service);
  const isRelease = tag !== undefined && /^\d+(\.\d+)+$/.test(tag);
  return {
    version: isRelease
      ? tag
      : `2026.07-${context.facts.number(
          `ahead ${service}`,
          1,
          40,
        )}-g${commit.slice(0, 7)}`,
    commit,
  };
}

/** Version of a service that reports its Python package's version, never the monthly tag. */
export function packageVersion(
  context: ServiceContext,
  service: string,
  major: number,
): string {
  const minor = context.facts.number(`minor ${service}`, 0, 9);
  const patch = context.facts.number(`patch ${service}`, 0, 4);
  return `${major}.${minor}.${patch}`;
}
