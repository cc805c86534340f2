import {
  HealthStatus,
  SourceStatus,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** How a source's state is shown: tone and icon of a status, and its own word. */
export function describeState(source: SourceStatus): {
  tone: HealthStatus;
  word: string;
} {
  switch (source.state) {
    case 'failed':
      return { tone: 'down', word: 'failed' };
    case 'held':
      return { tone: 'degraded', word: 'held back' };
    case 'never-run':
      return { tone: 'unknown', word: 'never run' };
    default:
      return source.counts.quarantined > 0
        ? { tone: 'degraded', word: 'ok, with quarantine' }
        : { tone: 'up', word: 'ok' };
  }
}
