/** What kind of image tag it is. @public */
export type TagClass = 'monthly' | 'semver' | 'moving';

const MONTHLY = /^\d{4}\.(0[1-9]|1[0-2])$/;
const SEMVER = /^v?\d+\.\d+\.\d+([-+][0-9A-Za-z.+-]+)?$/;

/**
 * Classifies an image tag: `monthly` is a Gen3 release such as `2026.07`, `semver` a version such as `13.3.0`, and `moving`
 * everything else: a branch (`master`, `feat_x`), `latest`, or a tag that does not say what it is. A moving tag can mean
 * other code tomorrow; it should not be in production (`cdis-manifest:README.md`).
 *
 * @public
 */
export function classifyTag(tag: string): TagClass {
  if (MONTHLY.test(tag)) return 'monthly';
  return SEMVER.test(tag) ? 'semver' : 'moving';
}
