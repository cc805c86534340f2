/** Keys of a dotted path of values: `fence.image.tag`. No key of the chart has a dot in it. */
export function keysOf(path: string): string[] {
  return path.split('.');
}
