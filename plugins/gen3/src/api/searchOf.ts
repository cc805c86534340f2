/** A query as the end of an address: lists become repeated parameters; undefined and empty values are left out. */
export function searchOf(query: object): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== '') {
        params.append(key, String(item));
      }
    }
  }
  const search = params.toString();
  return search ? `?${search}` : '';
}
