const TITLES = new Map([
  ['tls', 'Certificate'],
  ['issuer', 'Issuer of tokens'],
  ['maintenance', 'Maintenance mode'],
]);

/** What people call a check of the whole commons; one that this version does not know keeps its id. */
export function checkTitle(checkId: string): string {
  return TITLES.get(checkId) ?? checkId;
}
