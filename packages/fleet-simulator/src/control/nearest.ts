/** How many letters must change to turn `a` into `b`. */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      current[j] = Math.min(
        previous[j] + 1,
        current[j - 1] + 1,
        previous[j - 1] + change,
      );
    }
    previous = current;
  }
  return previous[b.length];
}

/** The up to three of `candidates` that come closest to `wanted`, closest first; far-off ones are left out. */
export function nearest(wanted: string, candidates: string[]): string[] {
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  return candidates
    .map(candidate => ({
      candidate,
      distance:
        candidate.includes(wanted) || wanted.includes(candidate)
          ? 1
          : editDistance(wanted, candidate),
    }))
    .filter(({ distance }) => distance <= limit)
    .sort(
      (a, b) =>
        a.distance - b.distance || a.candidate.localeCompare(b.candidate, 'en'),
    )
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
