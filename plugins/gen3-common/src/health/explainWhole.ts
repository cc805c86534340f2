import { GATEWAY_SERVICE } from '../services/gatewayService';
import { BEFORE_CLUSTER_CAUSES } from './beforeClusterCauses';
import { Whole } from './describeWhole';
import { layerOf } from './layers';
import { Problem } from './listProblems';
import { NO_CONTACT_CAUSES } from './noContactCauses';
import { ServiceHealth, ServiceLayerHealth } from './types';

/** Why nothing of a commons can be used, as its cluster tells it; `headline` is a clause. */
export type Explanation = Pick<Problem, 'headline' | 'cause' | 'subject'>;

/**
 * What is wrong inside with the gateway of a commons or with the way to it, for a commons whose services all fail users alike: then no
 * single service is to blame. Undefined where nothing is wrong that can be why, or where users do not come as far as the cluster.
 *
 * * A gateway without any pod that is ready. One that has some, and one pod in trouble beside them, serves.
 * * Network policies that shut the gateway in. Those that shut another service in leave the others to users.
 * * No Ingress, where users get what they get without one. A certificate that is not renewed fails nobody before it has ended.
 *
 * Nodes are not asked: where none is ready no pod of the gateway is either, and one of many that is not well has other pods too.
 *
 * @param problems - what is wrong with the commons.
 */
export function explainWhole(
  whole: Whole,
  services: ServiceHealth[],
  problems: Problem[],
): Explanation | undefined {
  if (whole.status !== 'down' || BEFORE_CLUSTER_CAUSES.includes(whole.cause)) {
    return undefined;
  }
  return explainByGateway(services) ?? explainByWay(whole, services, problems);
}

function explainByGateway(services: ServiceHealth[]): Explanation | undefined {
  const inside = services
    .find(({ name }) => name === GATEWAY_SERVICE)
    ?.layers.find(hasNoPodReady);
  if (!inside) return undefined;
  const { lastResult, status, cause } = inside;
  // How often it was seen is said once, of what users see.
  const clause =
    lastResult.outcome === status ? lastResult.reason : inside.reason;
  return {
    headline: `${GATEWAY_SERVICE} ${clause}`,
    cause,
    subject: GATEWAY_SERVICE,
  };
}

/** One that is scaled to zero is no more than degraded, because somebody wanted it so. */
function hasNoPodReady({ layer, status, cause }: ServiceLayerHealth): boolean {
  return (
    layer === 'inside' && (status === 'down' || cause === 'scaled-to-zero')
  );
}

function explainByWay(
  whole: Whole,
  services: ServiceHealth[],
  problems: Problem[],
): Explanation | undefined {
  const found =
    problems.find(shutsGateway) ??
    (isMetWithoutIngress(whole, services)
      ? problems.find(({ cause }) => cause === 'no-ingress')
      : undefined);
  return (
    found && {
      ...found,
      headline: found.headline[0].toLowerCase() + found.headline.slice(1),
    }
  );
}

/**
 * What policies shut is in the reason only, before a colon and their names: "do not let users in to revproxy: allow-nothing". "do not let revproxy
 * in to guppy" and "out to guppy" are about a service behind the gateway, which itself still answers.
 */
function shutsGateway({ cause, headline }: Problem): boolean {
  const [clause] = headline.split(':');
  return cause === 'isolated' && clause.endsWith(` in to ${GATEWAY_SERVICE}`);
}

/**
 * Whether users get what they get where no Ingress leads in: no answer, or 404 of what stands in front of all (the default backend of
 * ingress-nginx, the default action of AWS's load balancers). Another answer comes from the gateway, so something leads to it.
 */
function isMetWithoutIngress(
  { cause }: Whole,
  services: ServiceHealth[],
): boolean {
  const answers = services
    .flatMap(({ layers }) => layers)
    .map(({ lastResult }) => lastResult)
    .filter(({ checkId }) => layerOf(checkId) === 'outside');
  return (
    NO_CONTACT_CAUSES.includes(cause) ||
    answers.every(({ evidence }) => evidence.httpStatus === 404)
  );
}
