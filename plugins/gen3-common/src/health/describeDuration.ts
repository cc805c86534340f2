const UNITS: ReadonlyArray<[number, string]> = [
  [24 * 60 * 60_000, 'd'],
  [60 * 60_000, 'h'],
  [60_000, 'min'],
];

/** A duration in its largest whole unit, rounded down: `14 min`, `2 h`, `3 d`; below a minute in seconds. @public */
export function describeDuration(milliseconds: number): string {
  const unit = UNITS.find(([size]) => milliseconds >= size);
  return unit
    ? `${Math.floor(milliseconds / unit[0])} ${unit[1]}`
    : `${Math.max(0, Math.floor(milliseconds / 1000))} s`;
}
