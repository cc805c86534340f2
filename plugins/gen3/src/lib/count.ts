/** A number with its noun: `1 service`, `1,234 services`. */
export function count(amount: number, one: string, many: string): string {
  return `${amount.toLocaleString('en')} ${amount === 1 ? one : many}`;
}

/** A number of commons, which is the same word for one and for many: `1,234 commons`. */
export function countCommons(amount: number): string {
  return count(amount, 'commons', 'commons');
}
