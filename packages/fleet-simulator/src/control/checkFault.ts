import { Commons } from '../commons/types';
import { COMMONS_ONLY, PlacedFault, WHOLE_COMMONS } from '../faults/types';
import { Fleet } from '../fleet/Fleet';
import { runningNames } from '../services/allServices';
import { nearest } from './nearest';

function didYouMean(wanted: string, candidates: string[]): string {
  const names = nearest(wanted, candidates);
  return names.length > 0 ? `; did you mean ${names.join(', ')}?` : '';
}

/** The message for a host that no commons has, with the names that come close. */
export function unknownHost(fleet: Fleet, hostname: string): string {
  const known = fleet.list().map(commons => commons.hostname);
  return `No commons has the hostname "${hostname}"${
    didYouMean(hostname, known) || ` (the fleet has ${known.length} commons)`
  }`;
}

function unknownService(commons: Commons, service: string): string {
  const known = runningNames(commons);
  return `Commons "${commons.hostname}" has no service "${service}"${
    didYouMean(service, known) || `; it has ${known.join(', ')}`
  }`;
}

/** Finds what is wrong with a fault before it is set: undefined, or a sentence that names it. */
export function checkFault(
  fleet: Fleet,
  placed: PlacedFault,
): string | undefined {
  const { hostname, service, fault } = placed;
  const commons = fleet.get(hostname);
  if (!commons) {
    return unknownHost(fleet, hostname);
  }
  if (service === WHOLE_COMMONS || service === 'revproxy') {
    return undefined;
  }
  if (!runningNames(commons).includes(service)) {
    return unknownService(commons, service);
  }
  const misplaced = COMMONS_ONLY.filter(part => fault[part] !== undefined);
  if (misplaced.length > 0) {
    return `A fault of kind "${misplaced.join(
      ', ',
    )}" is one of the whole commons: leave out the service "${service}"`;
  }
  if (fault.wrongIssuer && service !== 'fence') {
    return `Only fence has an issuer, not "${service}"`;
  }
  return undefined;
}
