import { runsIn } from '../services/allServices';
import { SimulatedService } from '../services/types';
import { answerFault } from './answerFault';
import { CommonsRequest } from './CommonsRequest';
import { delayed, Disposition, replied } from './Disposition';
import { serviceFailure } from './nginxReplies';

/**
 * Passes a request on to a service. A service that is not there or has no ready pod, and every 5xx, becomes revproxy's own 500: from outside
 * the two cannot be told apart.
 */
export function askService(
  service: SimulatedService,
  path: string,
  input: CommonsRequest,
): Disposition {
  const { commons, facts, now, request } = input;
  const fault = input.faultOf(service.name);
  if (!runsIn(commons, service) || !input.hasReadyPod(service.name)) {
    return replied(serviceFailure());
  }
  const faulty = answerFault(fault, commons);
  if (faulty) {
    return interceptErrors(faulty);
  }
  const context = {
    commons,
    facts,
    now,
    tagOf: input.tagOf,
    request: { ...request, path },
    wrongIssuer:
      fault.wrongIssuer === true || input.faultOf('*').wrongIssuer === true,
  };
  const endpoint = service.endpoints.find(candidate =>
    typeof candidate.path === 'string'
      ? candidate.path === path
      : candidate.path.test(path),
  );
  const reply = endpoint ? endpoint.handle(context) : service.notFound(context);
  return interceptErrors(delayed(reply, fault.slowMs));
}

function interceptErrors(disposition: Disposition): Disposition {
  return disposition.kind === 'reply' && disposition.reply.status >= 500
    ? delayed(serviceFailure(), disposition.delayMs)
    : disposition;
}
