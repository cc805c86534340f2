import {
  CAUSES,
  HealthStatus,
  lateJobOf,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { Gen3TranslationFunction } from '../translation';

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

/** What a cause, or a job that is late, is called in a filter; a cause that this version does not know keeps its code. */
export function causeWord(cause: string, t: Gen3TranslationFunction): string {
  const job = lateJobOf(cause);
  if (job !== undefined) return t('lateJob', { job });
  const known = CAUSES.find(one => one === cause);
  return known ? t(`cause.${known}`) : cause;
}

/** A text says the word of a status as a word of its own: "1 up" does, "guppy" does not. */
export function saysStatus(text: string, word: string): boolean {
  return text.split(/[^\p{L}-]+/u).includes(word);
}
