import type { MockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';

/** The context of a step whose temporary folder is a given one. */
export function createStepContext(folder: MockDirectory) {
  return {
    ...createMockActionContext(),
    createTemporaryDirectory: async () => folder.path,
  };
}
