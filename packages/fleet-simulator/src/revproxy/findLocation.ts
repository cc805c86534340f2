import { Commons } from '../commons/types';
import { runsIn, SIMULATED_SERVICES } from '../services/allServices';
import { Location, SimulatedService } from '../services/types';

/** A location and the service behind it. */
export interface RoutedLocation {
  service: SimulatedService;
  location: Location;
  pattern?: RegExp;
}

const routed: RoutedLocation[] = SIMULATED_SERVICES.flatMap(service =>
  service.locations.map(location => ({
    service,
    location,
    pattern:
      location.match === 'pattern' ? new RegExp(location.path) : undefined,
  })),
);

const exact = routed.filter(({ location }) => location.match === 'exact');
const patterns = routed.filter(({ pattern }) => pattern);
const prefixes = routed
  .filter(({ location }) => (location.match ?? 'prefix') === 'prefix')
  .sort((a, b) => b.location.path.length - a.location.path.length);

/**
 * Finds the location that nginx would take: an exact match, else the first pattern, else the longest prefix. Undefined
 * means `location /`, the front end.
 *
 * On Helm commons all locations are always there; on cloud-automation commons only those of services that run
 * (`cloud-automation:gen3/bin/kube-setup-revproxy.sh`).
 */
export function findLocation(
  commons: Pick<Commons, 'flavour' | 'services'>,
  path: string,
): RoutedLocation | undefined {
  const isIncluded = ({ service, location }: RoutedLocation) =>
    (location.flavour ?? commons.flavour) === commons.flavour &&
    (commons.flavour === 'helm' || runsIn(commons, service));
  return (
    exact.find(it => it.location.path === path && isIncluded(it)) ??
    patterns.find(it => it.pattern?.test(path) && isIncluded(it)) ??
    prefixes.find(it => path.startsWith(it.location.path) && isIncluded(it))
  );
}

/** The path as the service behind the location gets it. */
export function upstreamPath(location: Location, path: string): string {
  const { strip } = location;
  return strip && path.startsWith(`${strip}/`)
    ? path.slice(strip.length)
    : path;
}
