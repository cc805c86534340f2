import { fastapiNotFound, html } from './replies';
import { Location, SimulatedService } from './types';

/**
 * Tools of operators behind the front door. Nobody gets in without a login and the right to, so only the gate matters.
 * They are not services of the registry: on Helm commons their locations are always there.
 */
function gatedTool(
  name: string,
  path: string,
  more: Pick<Location, 'toNoAccessPage' | 'skipsCsrfCheck'> = {},
): SimulatedService {
  return {
    name,
    locations: [{ path, gate: 'arborist', ...more }],
    endpoints: [],
    notFound: () => html('<!doctype html><title>404</title>', 404),
  };
}

const PAGE_FOR_REFUSED = { toNoAccessPage: [403] };
const UNCHECKED = { ...PAGE_FOR_REFUSED, skipsCsrfCheck: true };

/** The release tool: only its administration is gated, and each flavour has that somewhere else. */
const thor: SimulatedService = {
  name: 'thor',
  locations: [
    { path: '/thor/', strip: '/thor' },
    {
      path: '/thor-admin/',
      flavour: 'helm',
      gate: 'arborist',
      ...PAGE_FOR_REFUSED,
    },
    {
      path: '/thor/thor-admin/',
      strip: '/thor',
      flavour: 'cloud-automation',
      gate: 'arborist',
      ...PAGE_FOR_REFUSED,
    },
  ],
  endpoints: [],
  notFound: fastapiNotFound,
};

/** Gated tools (`gen3-helm:helm/revproxy/gen3.nginx.conf`). */
export const OPERATION_SERVICES: readonly SimulatedService[] = [
  gatedTool('argo', '/argo/', UNCHECKED),
  gatedTool('argocd', '/argocd', UNCHECKED),
  gatedTool('grafana', '/grafana/', UNCHECKED),
  gatedTool('prometheus', '/prometheus/', UNCHECKED),
  gatedTool('tty', '/tty/', UNCHECKED),
  gatedTool('ws-storage', '/ws-storage/', UNCHECKED),
  gatedTool('cedar', '/cedar/'),
  gatedTool('kayako-wrapper', '/kayako/'),
  gatedTool('zendesk-wrapper', '/zendesk/'),
  thor,
];
