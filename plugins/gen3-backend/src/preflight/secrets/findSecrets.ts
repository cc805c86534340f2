import { isReference } from './isReference';
import { kindOfKey } from './kindOfKey';
import { scanText } from './scanText';
import type { SecretKind } from './secretKinds';

/** A secret in values. What it is, nobody is told. */
export interface SecretInValues {
  /** Dotted path of the value; items of lists have their number. */
  path: string;
  kind: SecretKind;
  /** Lines of the value, when it has several. */
  lines: number[];
}

/** What is below these keys names secrets (`gen3-helm:helm/fence/values.yaml`; Kubernetes' own for environment variables). */
const NAMES_SECRETS =
  /^(external-?secrets?|existing-?secrets?|secret-?key-?ref|secret-?keys|secret-?ref|value-?from|remote-?ref)$/i;

interface Place {
  path: string[];
  /** Name that says what the value is. */
  name: string;
  isNamesOnly: boolean;
}

function isSecretValue(kind: SecretKind, text: string): boolean {
  const value = text.trim();
  if (isReference(value) || /[\r\n]/.test(value)) return false;
  // Only a password may be several words; elsewhere these explain something.
  return kind === 'password' || !/\s/.test(value);
}

function findInText(text: string, place: Place): SecretInValues[] {
  const path = place.path.join('.');
  const isBlock = text.trim().includes('\n');
  const lines = new Map<SecretKind, number[]>();
  for (const { kind, line } of scanText(text)) {
    lines.set(kind, [...(lines.get(kind) ?? []), line]);
  }
  const kind = place.isNamesOnly ? undefined : kindOfKey(place.name);
  if (lines.size === 0 && kind && isSecretValue(kind, text)) {
    lines.set(kind, []);
  }
  // A service account whose members are keys of the values.
  const key = lines.get('private-key');
  if (key && place.name === 'private_key') {
    lines.delete('private-key');
    lines.set('service-account', key);
  }
  return [...lines].map(([found, where]) => ({
    path,
    kind: found,
    lines: isBlock ? where : [],
  }));
}

function findIn(value: unknown, place: Place): SecretInValues[] {
  if (typeof value === 'string') return findInText(value, place);
  if (typeof value === 'number') {
    const isPassword = kindOfKey(place.name) === 'password';
    return isPassword ? findInText(String(value), place) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) =>
      findIn(item, { ...place, path: [...place.path, String(index)] }),
    );
  }
  const entries = Object.entries(value);
  // An environment variable: `{ name, value }`.
  const name = entries.find(([key]) => key === 'name')?.[1];
  return entries.flatMap(([key, inner]) =>
    findIn(inner, {
      path: [...place.path, key],
      name: key === 'value' && typeof name === 'string' ? name : key,
      isNamesOnly: place.isNamesOnly || NAMES_SECRETS.test(key),
    }),
  );
}

/**
 * Finds secrets in values, or in anything that is made of maps, lists and texts: by how they look, by the names of their keys, and in
 * texts that are documents themselves (`scanText`). References to secrets are none.
 */
export function findSecrets(values: unknown): SecretInValues[] {
  return findIn(values, { path: [], name: '', isNamesOnly: false });
}
