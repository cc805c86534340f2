/**
 * Tag of an image reference: `2026.07` of `quay.io/cdis/fence:2026.07`. Without one, the first characters of its digest;
 * undefined when it has neither.
 *
 * @public
 */
export function tagOfImage(image: string): string | undefined {
  const [name, digest] = image.split('@');
  const last = name.slice(name.lastIndexOf('/') + 1);
  const colon = last.indexOf(':');
  return colon >= 0 ? last.slice(colon + 1) : digest?.slice(0, 19);
}
