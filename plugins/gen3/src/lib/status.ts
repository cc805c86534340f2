import { Cause, HealthStatus } from '@gen3-csoc/backstage-plugin-gen3-common';

/** Colours of a status for text and icons; both reach 4.5:1 on the theme's paper and background. */
export interface Tone {
  light: string;
  dark: string;
}

/** The one palette of the portal. A tone never stands alone: icon and word come with it. */
export const TONES: Record<HealthStatus, Tone> = {
  down: { light: '#b3261e', dark: '#ffa69e' },
  degraded: { light: '#825200', dark: '#ffcb6b' },
  unknown: { light: '#55595f', dark: '#d0d4da' },
  maintenance: { light: '#0b57a8', dark: '#9fcbff' },
  up: { light: '#1a6e34', dark: '#83dd9c' },
};

/** Tone of a status in a theme. */
export function toneOf(status: HealthStatus, theme: 'light' | 'dark'): string {
  return TONES[status][theme];
}

const CAUSE_WORDS: Record<Cause, string> = {
  ok: 'nothing wrong',
  'http-status': 'answers an error',
  'unexpected-body': 'answers something else',
  redirected: 'redirects',
  blocked: 'blocked (401 or 403)',
  unsteady: 'answers now and then',
  timeout: 'no answer in time',
  unreachable: 'not reachable',
  dns: 'name does not resolve',
  tls: 'TLS fails',
  'certificate-ends-soon': 'certificate ends soon',
  'certificate-ended': 'certificate has ended',
  'wrong-issuer': 'wrong issuer',
  maintenance: 'maintenance',
  'refused-address': 'address not allowed',
  'too-large': 'answer too large',
  cancelled: 'round cancelled',
  'never-asked': 'never asked',
  stale: 'stale',
  'probing-off': 'probing is off',
  'not-visible': 'not visible from outside',
};

/** What a cause is called in a filter; a cause that this version does not know keeps its code. */
export function causeWord(cause: string): string {
  const known = new Map<string, string>(Object.entries(CAUSE_WORDS));
  return known.get(cause) ?? cause;
}

/** A text says the status as a word of its own: "1 up" does, "guppy" does not. */
export function saysStatus(text: string, status: HealthStatus): boolean {
  return text.split(/[^a-z-]+/i).includes(status);
}
