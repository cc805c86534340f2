import { Reply } from '../services/types';

/** What a failure is about. */
export interface StatusDetails {
  name?: string;
  group?: string;
  /** Plural of the resource. */
  kind?: string;
  retryAfterSeconds?: number;
  /** What is wrong with which field. */
  causes?: { reason: string; message: string; field: string }[];
}

/** A resource and its group, as messages write them: `deployments.apps`. */
export function qualified(plural: string, group: string): string {
  return group ? `${plural}.${group}` : plural;
}

/** JSON of the API server. */
export function jsonReply(status: number, body: object): Reply {
  return {
    status,
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-cache, private',
    },
    body: `${JSON.stringify(body)}\n`,
  };
}

/** A failure in Kubernetes' form (`kubernetes:staging/src/k8s.io/apimachinery/pkg/api/errors/errors.go`). */
export function statusReply(
  code: number,
  reason: string,
  message: string,
  details?: StatusDetails,
): Reply {
  return jsonReply(code, {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    reason,
    ...(details ? { details } : {}),
    code,
  });
}

/** No token, or one that nobody gave out. */
export function unauthorized(): Reply {
  return statusReply(401, 'Unauthorized', 'Unauthorized');
}

/** There is no such path. */
export function noSuchPath(): Reply {
  return statusReply(
    404,
    'NotFound',
    'the server could not find the requested resource',
    {},
  );
}

/** There is no such object. */
export function notFound(group: string, plural: string, name: string): Reply {
  return statusReply(
    404,
    'NotFound',
    `${qualified(plural, group)} "${name}" not found`,
    { name, ...(group ? { group } : {}), kind: plural },
  );
}

/** A verb that the path does not take. */
export function methodNotAllowed(): Reply {
  return statusReply(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );
}

/** The client wants none of the media types that there are. */
export function notAcceptable(): Reply {
  return statusReply(
    406,
    'NotAcceptable',
    'only the following media types are accepted: application/json',
  );
}

/** A request that makes no sense. */
export function badRequest(message: string): Reply {
  return statusReply(400, 'BadRequest', message);
}

/** A continue token that is too old. */
export function expired(): Reply {
  return statusReply(
    410,
    'Expired',
    'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.',
  );
}

/** The server has enough to do. */
export function tooManyRequests(message: string): Reply {
  return statusReply(429, 'TooManyRequests', message, { retryAfterSeconds: 5 });
}

const REASONS: Record<number, string> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  410: 'Expired',
  429: 'TooManyRequests',
  500: 'InternalError',
  503: 'ServiceUnavailable',
  504: 'Timeout',
};

/** What a cluster with a fault `status` answers to everything. */
export function faultStatus(code: number): Reply {
  const reason = REASONS[code] ?? 'Unknown';
  return statusReply(code, reason, `the cluster answers ${code} by a fault`);
}

/** There is one of that name already. */
export function alreadyExists(
  group: string,
  plural: string,
  name: string,
): Reply {
  return statusReply(
    409,
    'AlreadyExists',
    `${qualified(plural, group)} "${name}" already exists`,
    { name, ...(group ? { group } : {}), kind: plural },
  );
}

/** The object is not any more what the caller had read. */
export function conflict(group: string, plural: string, name: string): Reply {
  return statusReply(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualified(
      plural,
      group,
    )} "${name}": the object has been modified; please apply your changes to the latest version and try again`,
    { name, ...(group ? { group } : {}), kind: plural },
  );
}

/** A field has a value that it cannot have; `kind` as in `Deployment`. */
export function invalid(
  { group, kind }: { group: string; kind: string },
  name: string,
  field: string,
  problem: string,
): Reply {
  const subject = group ? `${kind}.${group}` : kind;
  return statusReply(
    422,
    'Invalid',
    `${subject} "${name}" is invalid: ${field}: ${problem}`,
    {
      name,
      ...(group ? { group } : {}),
      kind,
      causes: [
        {
          reason: problem.startsWith('Required')
            ? 'FieldValueRequired'
            : 'FieldValueInvalid',
          message: problem,
          field,
        },
      ],
    },
  );
}

/** Nobody may do that here, whatever their rights. */
export function forbidden(
  group: string,
  plural: string,
  name: string,
  why: string,
): Reply {
  return statusReply(
    403,
    'Forbidden',
    `${qualified(plural, group)} "${name}" is forbidden: ${why}`,
    { name, ...(group ? { group } : {}), kind: plural },
  );
}

/** The body is in a form that the path does not take. */
export function unsupportedMediaType(accepted: readonly string[]): Reply {
  return statusReply(
    415,
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: ${accepted.join(
      ', ',
    )}`,
    {},
  );
}
