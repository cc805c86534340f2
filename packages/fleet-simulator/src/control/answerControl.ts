import { FaultTable } from '../faults/FaultTable';
import { placedFaultSchema } from '../faults/types';
import { Fleet } from '../fleet/Fleet';
import { RequestLog } from '../server/RequestLog';
import { z } from 'zod';
import { checkFault, isCluster, unknownHost } from './checkFault';

/** What the control API reads and changes. */
export interface ControlParts {
  fleet: Fleet;
  faults: FaultTable;
  log: RequestLog;
  httpsPort: number;
  /** Port of the Kubernetes APIs. */
  kubernetesPort: number;
  reload?: () => Promise<void>;
}

/** An answer of the control API. */
export interface ControlReply {
  status: number;
  body: object;
}

/** A request to the control API. */
export interface ControlRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  readBody(): Promise<unknown>;
}

type Handler = (
  parts: ControlParts,
  request: ControlRequest,
) => Promise<ControlReply> | ControlReply;

const HANDLERS: Record<string, Handler> = {
  'GET /commons': ({ fleet, httpsPort, kubernetesPort }) =>
    ok({
      httpsPort,
      kubernetesPort,
      commons: fleet.list().map(commons => ({
        hostname: commons.hostname,
        flavour: commons.flavour,
        services: [...commons.services.keys()],
        maintenance: commons.maintenance,
        cluster: commons.cluster,
        namespace: commons.namespace,
      })),
    }),
  'GET /faults': ({ faults }) => ok({ faults: faults.list() }),
  'PUT /faults': putFault,
  'DELETE /faults': deleteFaults,
  'GET /requests': ({ log }, { query }) =>
    ok({
      requests: log.list({ hostname: query.get('hostname') ?? undefined }),
    }),
  'DELETE /requests': ({ log }) => {
    log.clear();
    return ok({ requests: [] });
  },
  'POST /reload': async ({ fleet, reload }) => {
    await reload?.();
    return ok({ commons: fleet.size });
  },
};

/** Answers one request to the control API. */
export async function answerControl(
  parts: ControlParts,
  request: ControlRequest,
): Promise<ControlReply> {
  const name = `${request.method} ${request.path}`;
  const handler = HANDLERS[name];
  return handler
    ? handler(parts, request)
    : failed(
        404,
        `There is no "${name}"; there are ${Object.keys(HANDLERS).join(', ')}`,
      );
}

async function putFault(
  { fleet, faults }: ControlParts,
  request: ControlRequest,
): Promise<ControlReply> {
  const body = placedFaultSchema.safeParse(await request.readBody());
  if (!body.success) {
    return failed(400, `Not a fault: ${z.prettifyError(body.error)}`);
  }
  const problem = checkFault(fleet, body.data);
  if (problem) {
    return failed(404, problem);
  }
  faults.set(body.data);
  return ok({ faults: faults.list() });
}

function deleteFaults(
  { fleet, faults }: ControlParts,
  { query }: ControlRequest,
): ControlReply {
  const hostname = query.get('hostname') ?? undefined;
  const service = query.get('service') ?? undefined;
  const isKnown =
    hostname === undefined ||
    fleet.get(hostname) ||
    isCluster(fleet, hostname) ||
    faults.list().some(placed => placed.hostname === hostname);
  if (!isKnown) {
    return failed(404, unknownHost(fleet, hostname));
  }
  const problem =
    hostname && service && fleet.get(hostname)
      ? checkFault(fleet, { hostname, service, fault: {} })
      : undefined;
  if (problem) {
    return failed(404, problem);
  }
  faults.clear(hostname, service);
  return ok({ faults: faults.list() });
}

function ok(body: object): ControlReply {
  return { status: 200, body };
}

function failed(status: number, error: string): ControlReply {
  return { status, body: { error } };
}
