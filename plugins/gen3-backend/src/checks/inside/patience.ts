/** Longer than a pod usually takes to begin or to end (`cloud-automation:gen3/bin/healthcheck.sh`: 600 s). */
export const PATIENCE_MS = 600_000;

/** Whether something has taken longer than it usually does; `now` is in milliseconds since the epoch. */
export function isOverdue(since: string | undefined, now: number): boolean {
  return since !== undefined && now - Date.parse(since) > PATIENCE_MS;
}
