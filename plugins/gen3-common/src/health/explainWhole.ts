import { BEFORE_CLUSTER_CAUSES } from './beforeClusterCauses';
import { Problem } from './listProblems';
import { ServiceHealth } from './types';

/** All services are reached through this one. */
const GATEWAY = 'revproxy';

/** Checks of what leads to the gateway, and from it to all services, the nearest first. */
const WAYS = ['inside:network-policies', 'inside:ingress', 'inside:nodes'];

/** Why nothing of a commons can be used, as its cluster tells it; `headline` is a clause. */
export type Explanation = Pick<Problem, 'headline' | 'cause' | 'subject'>;

/**
 * What is wrong inside with the gateway of a commons or with the way to it, for a commons whose services all fail users alike: then no
 * single service is to blame. Undefined where nothing of it is wrong, or where users do not come as far as the cluster.
 *
 * @param problems - worst first; the first one is what users see.
 */
export function explainWhole(
  services: ServiceHealth[],
  problems: Problem[],
): Explanation | undefined {
  const [seen] = problems;
  if (seen?.status !== 'down' || BEFORE_CLUSTER_CAUSES.includes(seen.cause)) {
    return undefined;
  }
  return explainByGateway(services) ?? explainByWay(problems);
}

function explainByGateway(services: ServiceHealth[]): Explanation | undefined {
  const inside = services
    .find(({ name }) => name === GATEWAY)
    ?.layers.find(
      ({ layer, status }) =>
        layer === 'inside' && (status === 'down' || status === 'degraded'),
    );
  if (!inside) return undefined;
  const { lastResult, status, cause } = inside;
  // How often it was seen is said once, of what users see.
  const clause =
    lastResult.outcome === status ? lastResult.reason : inside.reason;
  return { headline: `${GATEWAY} ${clause}`, cause, subject: GATEWAY };
}

function explainByWay(problems: Problem[]): Explanation | undefined {
  const found = WAYS.flatMap(way =>
    problems.filter(({ subject }) => subject === way),
  )[0];
  return (
    found && {
      ...found,
      headline: found.headline[0].toLowerCase() + found.headline.slice(1),
    }
  );
}
