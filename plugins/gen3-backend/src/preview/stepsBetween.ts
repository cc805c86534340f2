import { classifyTag } from '@gen3-csoc/backstage-plugin-gen3-common';

/** Months between two monthly releases; major versions between two others. Negative: backwards. */
export function stepsBetween(from: string, to: string): number {
  const [first, second] = [from, to].map(tag => {
    const [major = 0, minor = 0] = tag.replace(/^v/, '').split('.').map(Number);
    return classifyTag(tag) === 'monthly' ? major * 12 + minor : major;
  });
  return (second ?? 0) - (first ?? 0);
}
