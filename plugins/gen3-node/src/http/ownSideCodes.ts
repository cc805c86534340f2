/** Codes of failures of the portal's own side: its name server, its network, its limits. */
const OWN_SIDE: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'EAI_FAIL',
  'ESERVFAIL',
  'ETIMEOUT',
  'EREFUSED',
  'ENETUNREACH',
  'ENETDOWN',
  'EAFNOSUPPORT',
  'EADDRNOTAVAIL',
  'EADDRINUSE',
  'EACCES',
  'EPERM',
  'ENOBUFS',
  'ENOMEM',
  'EMFILE',
  'ENFILE',
]);

/** Whether a failure with that code says nothing about the commons, because the fault is the portal's own. @public */
export function isOwnSideCode(code: string | undefined): boolean {
  return code !== undefined && OWN_SIDE.has(code);
}
