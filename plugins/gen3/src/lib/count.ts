/** A number for people: `1,234`. Written in English whatever the browser speaks, like the texts of the backend beside it. */
export function formatNumber(value: number): string {
  return value.toLocaleString('en');
}

/** What a message about an amount takes: the number that chooses singular or plural, and the same for people. */
export function counted(count: number): { count: number; amount: string } {
  return { count, amount: formatNumber(count) };
}

/** A number with its noun: `1 service`, `1,234 services`. */
export function count(amount: number, one: string, many: string): string {
  return `${formatNumber(amount)} ${amount === 1 ? one : many}`;
}

/** A number of commons, which is the same word for one and for many: `1,234 commons`. */
export function countCommons(amount: number): string {
  return count(amount, 'commons', 'commons');
}
