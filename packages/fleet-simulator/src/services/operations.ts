import { html } from './replies';
import { Location, SimulatedService } from './types';

/**
 * Tools of operators behind the front door. Nobody gets in without a login and the right to, so only the gate matters.
 * They are not services of the registry: on Helm commons their locations are always there.
 */
function gatedTool(
  name: string,
  path: string,
  toNoAccessPage?: number[],
): SimulatedService {
  const location: Location = { path, gate: 'arborist', toNoAccessPage };
  return {
    name,
    locations: [location],
    endpoints: [],
    notFound: () => html('<!doctype html><title>404</title>', 404),
  };
}

/** Gated tools (`gen3-helm:helm/revproxy/gen3.nginx.conf`). */
export const OPERATION_SERVICES: readonly SimulatedService[] = [
  gatedTool('argo', '/argo/', [403]),
  gatedTool('argocd', '/argocd', [403]),
  gatedTool('grafana', '/grafana/', [403]),
  gatedTool('prometheus', '/prometheus/', [403]),
  gatedTool('tty', '/tty/', [403]),
  gatedTool('ws-storage', '/ws-storage/'),
  gatedTool('cedar', '/cedar/'),
  gatedTool('kayako-wrapper', '/kayako/'),
  gatedTool('zendesk-wrapper', '/zendesk/'),
];
