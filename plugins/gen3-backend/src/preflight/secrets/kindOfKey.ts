import type { SecretKind } from './secretKinds';

/** Ends of names, in lower case and without punctuation, of what holds a secret; the first that matches counts. */
const NAMES: readonly [RegExp, SecretKind][] = [
  [/(password|passwd|passphrase|pwd)$/, 'password'],
  [/^(db|pg|user|smtp|mail|admin|service)?pass$/, 'password'],
  [/secretaccesskey$/, 'aws-key'],
  [
    /(^|client|app|shared|session|cookie|consumer|oauth|oidc|jwt)secret$/,
    'client-secret',
  ],
  [
    /(encryption|encrypt|decrypt|decryption|hmac|signing|secret|private)key$/,
    'encryption-key',
  ],
  [
    /(^|access|refresh|auth|api|app|bot|bearer|private|service|client|deploy|github|gitlab|slack|vault|hub)token$/,
    'access-token',
  ],
  [/apikey$/, 'api-key'],
];

/**
 * What a value of that name is, when it is written down: `client_secret`, `awsSecretAccessKey`, `HMAC_ENCRYPTION_KEY`. Names of secrets are
 * none: `externalSecret`, `secretName`, `passwordKey`, `dbcreds` (`gen3-helm:helm/fence/values.yaml`).
 */
export function kindOfKey(key: string): SecretKind | undefined {
  const name = key.replace(/[^A-Za-z0-9]/g, '').toLocaleLowerCase('en-US');
  return NAMES.find(([pattern]) => pattern.test(name))?.[1];
}
