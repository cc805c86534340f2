import { parseHostname } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { PreflightSubject } from './types';

/** The hostname, when it is one that the world can be asked about. What is wrong with another, the check of its syntax says. */
export function askedHostname(subject: PreflightSubject): string | undefined {
  const parsed = parseHostname(subject.hostname);
  return parsed.ok ? parsed.hostname : undefined;
}
