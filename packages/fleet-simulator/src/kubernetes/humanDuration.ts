import { Column, KubernetesObject } from './types';

/**
 * A duration as kubectl prints ages: `45s`, `5m10s`, `3h12m`, `2d4h`
 * (`kubernetes:staging/src/k8s.io/apimachinery/pkg/util/duration/duration.go`).
 */
export function humanDuration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  const years = Math.floor(days / 365);
  if (seconds < -1) return '<invalid>';
  if (seconds < 0) return '0s';
  if (seconds < 120) return `${seconds}s`;
  if (minutes < 10) return withRest(minutes, 'm', seconds % 60, 's');
  if (minutes < 180) return `${minutes}m`;
  if (hours < 8) return withRest(hours, 'h', minutes % 60, 'm');
  if (hours < 48) return `${hours}h`;
  if (days < 8) return withRest(days, 'd', hours % 24, 'h');
  if (years < 2) return `${days}d`;
  if (years < 8) return withRest(years, 'y', days % 365, 'd');
  return `${years}y`;
}

function withRest(
  whole: number,
  unit: string,
  rest: number,
  restUnit: string,
): string {
  return rest === 0 ? `${whole}${unit}` : `${whole}${unit}${rest}${restUnit}`;
}

/** How long ago a timestamp is. */
export function since(timestamp: string | undefined, now: Date): string {
  return timestamp === undefined
    ? '<unknown>'
    : humanDuration(now.getTime() - Date.parse(timestamp));
}

/** The column `Age`, which nearly every kind has. */
export const AGE: Column<KubernetesObject> = {
  name: 'Age',
  cell: ({ metadata }, now) => since(metadata.creationTimestamp, now),
};
