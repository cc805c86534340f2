/** Name of an owner for people: `group:default/heart-team` is `heart-team`; another namespace stays visible. */
export function ownerName(owner: string): string {
  return owner.replace(/^[a-z]+:/i, '').replace(/^default\//, '');
}
