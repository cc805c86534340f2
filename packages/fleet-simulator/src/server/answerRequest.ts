import { createCommonsFacts } from '../commons/CommonsFacts';
import { Commons } from '../commons/types';
import { FaultTable } from '../faults/FaultTable';
import { hasReadyPod } from '../faults/planReplicas';
import { Fault } from '../faults/types';
import { Fleet } from '../fleet/Fleet';
import { viewServing } from '../kubernetes/viewServing';
import { ViewParts } from '../kubernetes/views';
import { answerCommons } from '../revproxy/answerCommons';
import { answerFault } from '../revproxy/answerFault';
import {
  delayed,
  delayedBy,
  Disposition,
  replied,
} from '../revproxy/Disposition';
import { SimulatedRequest } from '../services/types';
import { loadBalancerReply } from './loadBalancerReplies';

/** What the answer to a request depends on. */
export interface FrontDoor extends ViewParts {
  fleet: Fleet;
  faults: FaultTable;
}

/**
 * Decides what happens to a request to `hostname` that came over a connection made for `servername`: faults of the whole
 * commons sit in front of revproxy, those of services behind it.
 */
export function answerRequest(
  door: FrontDoor,
  address: { hostname: string; servername: string | undefined },
  request: SimulatedRequest,
): Disposition {
  const { hostname, servername } = address;
  const declared = door.fleet.get(hostname);
  if (!declared) {
    return replied(loadBalancerReply(404));
  }
  if (servername && servername !== hostname) {
    return replied(loadBalancerReply(421));
  }
  const whole: Fault = {
    ...door.faults.get(hostname, 'revproxy'),
    ...door.faults.whole(hostname),
  };
  const serving = viewServing(door, declared);
  const { commons } = serving;
  const faulty = answerWholeFault(
    whole,
    commons,
    serving.hasReadyPod('revproxy') && hasReadyPod(door.faults.whole(hostname)),
  );
  if (faulty) {
    return faulty;
  }
  const answer = answerCommons({
    commons,
    facts: createCommonsFacts(door.seed, hostname),
    now: door.now(),
    request,
    faultOf: service => door.faults.get(hostname, service),
    hasReadyPod: serving.hasReadyPod,
    tagOf: serving.tagOf,
  });
  return delayedBy(whole.slowMs ?? 0, answer);
}

/** What stands in front of revproxy, or revproxy itself, does instead of letting the request in. */
function answerWholeFault(
  whole: Fault,
  commons: Commons,
  hasReadyProxy: boolean,
): Disposition | undefined {
  if (whole.close) {
    return { kind: 'reset' };
  }
  if (!hasReadyProxy) {
    return replied(loadBalancerReply(503));
  }
  if (whole.isolated) {
    return replied(loadBalancerReply(504));
  }
  const { status } = whole;
  const isRefused = status !== undefined && status >= 400;
  return isRefused && !whole.reset && !whole.hang && !whole.html
    ? delayed(loadBalancerReply(status), whole.slowMs)
    : answerFault(whole, commons);
}
