/** One page of names in order, and the last of it when more follow. */
export function pageOfNames(
  names: readonly string[],
  options: {
    limit: number;
    /** The last name of the page before. */
    after?: string;
  },
): { page: string[]; next?: string } {
  const { limit, after } = options;
  const rest = after === undefined ? names : names.filter(name => name > after);
  const page = rest.slice(0, limit);
  return { page, next: rest.length > limit ? page.at(-1) : undefined };
}
