import { Attempt } from './Attempt';
import { permits, PolicyRule } from './policyRules';
import { qualified, statusReply } from './status';
import { Reply } from '../services/types';

/** Somebody who came with a token. */
export interface Account {
  username: string;
  may(attempt: Attempt): boolean;
}

const READING = ['get', 'list', 'watch'];

/** What the account without all rights of a reader may not read. */
const LIMITS = ['events', 'ingresses', 'externalsecrets', 'applications'];

function mayRead({ verb, resource, subresource }: Attempt): boolean {
  return (
    READING.includes(verb) &&
    resource !== 'secrets' &&
    resource !== '*' &&
    (subresource === undefined ||
      ['log', 'status', 'scale'].includes(subresource))
  );
}

/** Everybody may ask what they may (ClusterRole `system:basic-user`). */
function mayAsk({ verb, group }: Attempt): boolean {
  return verb === 'create' && group === 'authorization.k8s.io';
}

/** What an operator may do to which resource. */
const OPERATING: Record<string, string[]> = {
  'apps/deployments': ['patch'],
  'apps/deployments/scale': ['patch', 'update'],
  'batch/jobs': ['create', 'delete'],
  '/pods': ['delete'],
};

function mayOperate({ verb, group, resource, subresource }: Attempt): boolean {
  const what = subresource ? `${resource}/${subresource}` : resource;
  return OPERATING[`${group}/${what}`]?.includes(verb) ?? false;
}

/** What tokens may besides the simulator's own: the rules of their ClusterRoles, by token. */
export type Roles = Readonly<Record<string, readonly PolicyRule[]>>;

const RIGHTS: Record<string, (attempt: Attempt) => boolean> = {
  'simulator-reader': mayRead,
  'simulator-operator': attempt => mayRead(attempt) || mayOperate(attempt),
  'simulator-limited': attempt =>
    mayRead(attempt) && !LIMITS.includes(attempt.resource),
};

function rightsOf(
  token: string,
  roles: Roles,
): ((attempt: Attempt) => boolean) | undefined {
  if (Object.hasOwn(roles, token)) {
    return attempt => permits(roles[token], attempt);
  }
  return Object.hasOwn(RIGHTS, token) ? RIGHTS[token] : undefined;
}

/**
 * The account of a bearer token; the token is its name. Nobody may do what the cluster's fault forbids.
 *
 * @param limits - `forbidden`: plurals that a fault forbids to all; `roles`: what more tokens may.
 */
export function findAccount(
  authorization: string | undefined,
  limits: { forbidden?: readonly string[]; roles?: Roles } = {},
): Account | undefined {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
  const { forbidden = [], roles = {} } = limits;
  const rights = rightsOf(token, roles);
  return (
    rights && {
      username: `system:serviceaccount:backstage:${token}`,
      may: attempt =>
        mayAsk(attempt) ||
        (rights(attempt) && !forbidden.includes(attempt.resource)),
    }
  );
}

/** The refusal in Kubernetes' words (`apiserver:pkg/endpoints/handlers/responsewriters/errors.go`). */
export function refuse({ username }: Account, attempt: Attempt): Reply {
  const { verb, group, resource, subresource, namespace, name } = attempt;
  const what = subresource ? `${resource}/${subresource}` : resource;
  const where = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  const subject = `${qualified(resource, group)}${name ? ` "${name}"` : ''}`;
  return statusReply(
    403,
    'Forbidden',
    `${subject} is forbidden: User "${username}" cannot ${verb} resource "${what}" in API group "${group}" ${where}`,
    {
      ...(name ? { name } : {}),
      ...(group ? { group } : {}),
      kind: resource,
    },
  );
}
