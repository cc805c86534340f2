/** Tag of an image; schemas take the pattern itself, so that the description of REST shows it. */
export const IMAGE_TAG = /^\w[\w.-]{0,127}$/;

/** Whether a text can be the tag of an image, as registries take them (`opencontainers/distribution-spec:spec.md`). @public */
export function isImageTag(text: string): boolean {
  return IMAGE_TAG.test(text);
}
