import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { StepContext } from './types';

/**
 * Runs another action as a part of a step: with its own input, in a folder of its own, and with its outputs given back and not to the
 * template.
 */
export async function runAction<I extends JsonObject, O extends JsonObject>(
  action: TemplateAction<I, O, 'v2'>,
  options: { context: StepContext; workspacePath: string; input: I },
): Promise<Map<PropertyKey, JsonValue | undefined>> {
  const { context, workspacePath, input } = options;
  const outputs = new Map<PropertyKey, JsonValue | undefined>();
  await action.handler({
    ...context,
    workspacePath,
    input,
    output: (name, value) => {
      outputs.set(name, value);
    },
  });
  return outputs;
}
