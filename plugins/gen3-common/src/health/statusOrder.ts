import { HEALTH_STATUSES, HealthStatus } from './types';

/** Position in the order of need for attention; 0 is worst. @public */
export function rankOfStatus(status: HealthStatus): number {
  return HEALTH_STATUSES.indexOf(status);
}

/** The status that needs attention most; `unknown` for none at all, as nothing is known. @public */
export function worstStatus(statuses: HealthStatus[]): HealthStatus {
  if (statuses.length === 0) return 'unknown';
  return statuses.reduce((worst, status) =>
    rankOfStatus(status) < rankOfStatus(worst) ? status : worst,
  );
}
