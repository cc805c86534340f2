import { MemberReading } from '../sources/types';

/** Hostnames of the commons that could be read. */
export function readHostnames(readings: readonly MemberReading[]): Set<string> {
  return new Set(
    readings.flatMap(reading =>
      reading.kind === 'commons' ? [reading.commons.hostname] : [],
    ),
  );
}
