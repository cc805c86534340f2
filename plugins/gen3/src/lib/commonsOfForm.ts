import { asRecord } from './asRecord';

/** Hostnames that a form of an edit asks for: the answer `hostname`, or those of `waves`. */
export function commonsOfForm(formData: unknown): string[] {
  const { hostname, waves } = asRecord(formData);
  const named: unknown[] = Array.isArray(waves) ? waves.flat() : [hostname];
  return named.filter(each => typeof each === 'string');
}
