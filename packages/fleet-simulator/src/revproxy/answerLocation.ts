import { Fault } from '../faults/types';
import { Gate, Location } from '../services/types';
import { askService } from './askService';
import { CommonsRequest } from './CommonsRequest';
import { delayedBy, Disposition, replied } from './Disposition';
import { RoutedLocation, upstreamPath } from './findLocation';
import { nginxPage, nginxRedirect, nginxReturn } from './nginxReplies';

/** Answers a request that belongs to a location: gates first, then the service behind it. */
export function answerLocation(
  { service, location }: RoutedLocation,
  input: CommonsRequest,
): Disposition {
  const { request } = input;
  if (location.getOnly && !['GET', 'HEAD'].includes(request.method)) {
    return replied(nginxPage(403));
  }
  const answer =
    stopAtGate(location, input) ??
    askService(service, upstreamPath(location, request.path), input);
  // nginx waits for the sub-request of `auth_request` before it lets anybody in, or turns them away.
  return delayedBy(faultAtGate(location, input).slowMs ?? 0, answer);
}

function stopAtGate(
  location: Location,
  input: CommonsRequest,
): Disposition | undefined {
  if (faultAtGate(location, input).hang) {
    return { kind: 'hang' };
  }
  switch (location.gate) {
    case undefined:
      return undefined;
    case 'deny':
      return replied(nginxPage(403));
    case 'denylist':
      return isAnswering('fence', input)
        ? undefined
        : replied(nginxReturn(403, 'unable to check if token is denylisted'));
    case 'arborist':
      return refuse(location, arboristStatus(input), input);
    default:
      throw new Error(`Unknown gate "${location.gate}" of "${location.path}"`);
  }
}

/**
 * Nobody has rights in a simulated commons: anonymous callers get 401 and callers with a token 403. When arborist itself
 * fails, that is a 403 too (`error_page 500 =403` of `/gen3-authz`).
 */
function arboristStatus(input: CommonsRequest): 401 | 403 {
  const { request } = input;
  const hasToken =
    request.header('authorization') !== undefined ||
    request.cookie('access_token') !== undefined;
  return !hasToken && isAnswering('arborist', input) ? 401 : 403;
}

function refuse(
  location: Location,
  status: 401 | 403,
  { commons }: CommonsRequest,
): Disposition {
  return replied(
    location.toNoAccessPage?.includes(status)
      ? nginxRedirect(`https://${commons.hostname}/no-workspace-access`)
      : nginxPage(status),
  );
}

function isAnswering(service: string, input: CommonsRequest): boolean {
  const fault = input.faultOf(service);
  const { hang, reset, html, status = 200 } = fault;
  return (
    input.commons.services.has(service) &&
    input.hasReadyPod(service) &&
    !hang &&
    !reset &&
    !html &&
    status < 400
  );
}

const GATE_KEEPERS: Partial<Record<Gate, string>> = {
  arborist: 'arborist',
  denylist: 'fence',
};

/** What keeps the gate's sub-request from being answered at once. Who is not there, or resets it, does so at once. */
function faultAtGate(
  { gate }: Location,
  { commons, faultOf, hasReadyPod }: CommonsRequest,
): Pick<Fault, 'hang' | 'slowMs'> {
  const keeper = gate && GATE_KEEPERS[gate];
  if (!keeper || !commons.services.has(keeper) || !hasReadyPod(keeper)) {
    return {};
  }
  const fault = faultOf(keeper);
  return fault.reset ? {} : fault;
}
