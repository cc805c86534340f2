import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';

/** What a task has noted of its steps, as JSON by key: it is there when the task begins anew. */
export type Checkpoints = Map<string, string>;

/** Runs an action as a step of a task, and collects what it outputs. */
export function runAction<Input extends JsonObject, Output extends JsonObject>(
  action: TemplateAction<Input, Output, 'v2'>,
  input: Input,
  given: {
    isDryRun?: boolean;
    signal?: AbortSignal;
    /** @defaultValue the task has noted nothing */
    checkpoints?: Checkpoints;
  } = {},
) {
  const { checkpoints = new Map<string, string>(), ...how } = given;
  const outputs: Record<string, unknown> = {};
  const done = action.handler({
    ...createMockActionContext<Input, Output>({ input }),
    task: { id: 'task-1' },
    step: { id: 'propose' },
    checkpoint: async ({ key, fn }) => {
      const noted = checkpoints.get(key);
      if (noted !== undefined) return JSON.parse(noted);
      const value = await fn();
      checkpoints.set(key, JSON.stringify(value));
      return value;
    },
    output: (name: string, value: unknown) => {
      outputs[name] = value;
    },
    ...how,
  });
  return { done, outputs };
}
