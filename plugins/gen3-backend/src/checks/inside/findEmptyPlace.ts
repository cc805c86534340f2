import type { KubernetesPlacement } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { KindReading } from '@gen3-csoc/backstage-plugin-gen3-node';

/**
 * The namespace, where all that was asked for could be read and nothing is there. Kubernetes answers so for a namespace that does not exist,
 * too (a list of any name is empty), so it may have been deleted, or be spelt wrong where the commons names it.
 */
export function findEmptyPlace(
  place: KubernetesPlacement,
  readings: KindReading<unknown>[],
): KubernetesPlacement | undefined {
  const isEmpty = readings.every(
    reading =>
      reading.state === 'read' && reading.items.length + reading.odd === 0,
  );
  return isEmpty ? place : undefined;
}
