import { Commons } from '../commons/types';
import { SIMULATED_SERVICES } from '../services/allServices';
import { SimulatedRequest, SimulatedService } from '../services/types';
import { askService } from './askService';
import { CommonsRequest } from './CommonsRequest';
import { Disposition, replied } from './Disposition';
import { nginxPage, nginxRedirect } from './nginxReplies';

const MAINTENANCE_PAGE = '/dashboard/Public/maintenance-page/index.html';
const DENIED = /^(\/portal)?\/(Dockerfile|README\.md)/;

const portal = simulatedService('portal');
const frontendFramework = simulatedService('frontend-framework');

function simulatedService(name: string): SimulatedService {
  const found = SIMULATED_SERVICES.find(service => service.name === name);
  if (!found) {
    throw new Error(`The simulator has no service "${name}"`);
  }
  return found;
}

/** Answers what no location took: one of the two front ends, under `/` or under its own prefix. */
export function answerFrontEnd(input: CommonsRequest): Disposition {
  const { commons, request } = input;
  if (DENIED.test(request.path)) {
    return replied(nginxPage(403));
  }
  const { service, path } = frontEndOf(commons, request.path);
  if (
    commons.flavour === 'cloud-automation' &&
    !commons.services.has(service.name)
  ) {
    return replied(nginxPage(404));
  }
  if (service === portal && isInMaintenance(input, request)) {
    // Absolute, and http: nginx does not know that TLS ends in front of it.
    return replied(
      nginxRedirect(`http://${commons.hostname}${MAINTENANCE_PAGE}`),
    );
  }
  return askService(service, path, input);
}

function frontEndOf(
  commons: Commons,
  path: string,
): { service: SimulatedService; path: string } {
  const isThere = (service: SimulatedService) =>
    commons.flavour === 'helm' || commons.services.has(service.name);
  if (commons.frontendRoot === 'gen3ff') {
    return path.startsWith('/portal') && isThere(portal)
      ? { service: portal, path: path.replace(/^\/portal\//, '/') }
      : { service: frontendFramework, path };
  }
  return /^\/ff($|\/)/.test(path) && isThere(frontendFramework)
    ? { service: frontendFramework, path }
    : { service: portal, path };
}

/** Developers get in with a cookie. */
function isInMaintenance(
  { commons, faultOf }: CommonsRequest,
  request: SimulatedRequest,
): boolean {
  const isOn = commons.maintenance || faultOf('*').maintenance === true;
  return isOn && request.cookie('devmode') === undefined;
}
