import type { KindReading } from '@gen3-csoc/backstage-plugin-gen3-node';
import { plainText } from '../checks/inside/plainText';

/** Kinds that could not be read, each with the reason. */
export function listUnreadable(
  readings: Record<string, KindReading<unknown>>,
): { kind: string; reason: string }[] {
  return Object.entries(readings).flatMap(([kind, reading]) =>
    reading.state === 'failed'
      ? [{ kind, reason: plainText(reading.detail) }]
      : [],
  );
}
