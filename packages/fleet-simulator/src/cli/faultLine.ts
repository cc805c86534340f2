import { PlacedFault } from '../faults/types';
import { describeFault } from './readFaultOptions';

/** A fault and where it sits, on one line. */
export function faultLine({ hostname, service, fault }: PlacedFault): string {
  return `${hostname} ${service}: ${describeFault(fault)}`;
}
