/** What a secret may be, in words for people. */
export const SECRET_KINDS = {
  'aws-key': 'an access key of AWS',
  'service-account': 'the key of a Google service account',
  'private-key': 'a private key',
  'url-password': 'a URL with a password in it',
  webhook: 'a webhook of Slack',
  'access-token': 'an access token',
  'api-key': 'an API key',
  'client-secret': 'a client secret',
  'encryption-key': 'an encryption key',
  password: 'a password',
} as const;

/** What a secret may be. */
export type SecretKind = keyof typeof SECRET_KINDS;

/**
 * Secrets that are known by how they look, whatever they are called. Each repetition has a limit, so that no text takes long. What is
 * between a URL's user and host is captured, as it may be a reference.
 */
export const SECRET_SHAPES: readonly [SecretKind, RegExp][] = [
  [
    'service-account',
    /"?private_key"?\s{0,4}[:=]\s{0,4}[|>"']?\s{0,4}-----BEGIN/g,
  ],
  ['private-key', /-----BEGIN (?:[A-Z]{1,16} ){0,3}PRIVATE KEY-----/g],
  // AWS shows its examples with this end.
  ['aws-key', /\b(?:AKIA|ASIA)(?![A-Z0-9]{9}EXAMPLE)[A-Z0-9]{16}\b/g],
  [
    'webhook',
    /\bhooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9]{2,}\/[A-Za-z0-9/]{4,}/g,
  ],
  [
    'access-token',
    /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22}|gl(?:pat|dt|rt|cbt)-[A-Za-z0-9_-]{20}|xox[abeprs]-[A-Za-z0-9-]{10})/g,
  ],
  // A JSON Web Token: header and payload begin with `{"`.
  ['access-token', /\beyJ[A-Za-z0-9_-]{10,1024}\.eyJ[A-Za-z0-9_-]{10}/g],
  ['api-key', /\bAIza[A-Za-z0-9_-]{35}/g],
  [
    'url-password',
    /\b[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:@/?#"'<>]{0,128}:([^\s@/"'<>]{1,256})@/gi,
  ],
];
