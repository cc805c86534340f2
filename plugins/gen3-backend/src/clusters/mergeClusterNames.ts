/** Names of clusters that somebody may know of, in the order of pages. */
export function mergeClusterNames(options: {
  /** With a commons that the caller may see. */
  visible: readonly string[];
  /** With any commons. */
  taken: readonly string[];
  /** All that Backstage's kubernetes plugin knows; those of commons that the caller may not see are not among what comes back. */
  configured: readonly string[];
}): string[] {
  const { visible, taken, configured } = options;
  const isTaken = new Set(taken);
  const free = configured.filter(name => !isTaken.has(name));
  return [...new Set([...visible, ...free])].sort();
}
