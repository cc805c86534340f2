import type { MockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { mkdtemp } from 'node:fs/promises';

/** The context of a step whose temporary folders are in a given one. */
export function createStepContext(folder: MockDirectory) {
  return {
    ...createMockActionContext(),
    createTemporaryDirectory: () => mkdtemp(folder.resolve('step-')),
  };
}
