import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const GUIDE = resolve(__dirname, '../../../../../../docs/inside.md');

const ruleSchema = z.strictObject({
  apiGroups: z.array(z.string()),
  resources: z.array(z.string()),
  resourceNames: z.array(z.string()).optional(),
  verbs: z.array(z.string()),
});

/** A rule of a ClusterRole. */
export type PolicyRule = z.infer<typeof ruleSchema>;

/** The rules of the ClusterRole that the guide gives to the portal's account. */
export function readClusterRole(): PolicyRule[] {
  const guide = readFileSync(GUIDE, 'utf8');
  const [, yaml] = guide.match(/```yaml\n(apiVersion: rbac[\s\S]*?)```/) ?? [];
  return z.looseObject({ rules: z.array(ruleSchema) }).parse(parse(yaml ?? ''))
    .rules;
}
