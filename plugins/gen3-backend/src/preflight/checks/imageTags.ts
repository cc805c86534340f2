import { isImageTag } from '@gen3-csoc/backstage-plugin-gen3-common';
import { declaredTags } from '../declaredTags';
import { quote } from '../quote';
import type { PreflightCheck } from '../types';

/** What is no tag names no image: kubelet refuses it before it asks any registry. */
export const imageTags: PreflightCheck = {
  id: 'image-tags',
  title: 'Tags of images can be tags',
  run({ subject, registry }) {
    return declaredTags(subject, registry).flatMap(({ service, key, tag }) =>
      tag === undefined || isImageTag(tag)
        ? []
        : [
            {
              severity: 'error' as const,
              key,
              field:
                subject.plan && service in subject.plan.answers.imageTags
                  ? ('imageTags' as const)
                  : undefined,
              what: `The tag of ${service}, ${quote(tag)}, cannot be a tag`,
              why: 'Kubernetes refuses the name of the image (InvalidImageName), and no pod of it starts.',
              fix: 'Write 1 to 128 letters, digits, dots, dashes and underscores, e.g. "2026.10"',
            },
          ],
    );
  },
};
