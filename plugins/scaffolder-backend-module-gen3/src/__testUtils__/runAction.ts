import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';

/** Runs an action as a step of a task, and collects what it outputs. */
export function runAction<Input extends JsonObject, Output extends JsonObject>(
  action: TemplateAction<Input, Output, 'v2'>,
  input: Input,
  how: { isDryRun?: boolean } = {},
) {
  const outputs: Record<string, unknown> = {};
  const done = action.handler({
    ...createMockActionContext<Input, Output>({ input }),
    task: { id: 'task-1' },
    step: { id: 'propose' },
    output: (name: string, value: unknown) => {
      outputs[name] = value;
    },
    ...how,
  });
  return { done, outputs };
}
