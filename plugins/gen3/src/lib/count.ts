/** A number for people: `1,234`. Written in English whatever the browser speaks, like the texts of the backend beside it. */
export function formatNumber(value: number): string {
  return value.toLocaleString('en');
}

/** What a message about an amount takes: the number that chooses singular or plural, and the same for people. */
export function counted(count: number): { count: number; amount: string } {
  return { count, amount: formatNumber(count) };
}
