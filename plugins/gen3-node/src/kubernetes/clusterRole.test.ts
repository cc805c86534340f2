import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { KUBERNETES_KINDS } from './kinds';

const GUIDE = resolve(__dirname, '../../../../docs/inside.md');

const clusterRoleSchema = z.object({
  kind: z.literal('ClusterRole'),
  rules: z.array(
    z.object({
      apiGroups: z.array(z.string()),
      resources: z.array(z.string()),
      resourceNames: z.array(z.string()).optional(),
      verbs: z.array(z.string()),
    }),
  ),
});

function readClusterRole() {
  const guide = readFileSync(GUIDE, 'utf8');
  const [, yaml] = guide.match(/```yaml\n(apiVersion: rbac[\s\S]*?)```/) ?? [];
  return clusterRoleSchema.parse(parse(yaml ?? ''));
}

/** `apps` of `apps/v1`; the group of `v1` has no name. */
const groupOf = (version: string) =>
  version.includes('/') ? version.split('/')[0] : '';

const nameOf = (row: object) =>
  'name' in row ? { name: String(row.name) } : {};

const rightTo = (
  verb: string,
  { kind, group, name }: { kind: string; group: string; name?: string },
) => `${verb} ${kind} of "${group}"${name ? ` named ${name}` : ''}`;

describe('the ClusterRole of the guide', () => {
  it('gives the right to list each kind that the portal reads, and no other right', () => {
    const granted = readClusterRole().rules.flatMap(
      ({ apiGroups, resources, resourceNames = [undefined], verbs }) =>
        apiGroups.flatMap(group =>
          resources.flatMap(kind =>
            resourceNames.flatMap(name =>
              verbs.map(verb => rightTo(verb, { kind, group, name })),
            ),
          ),
        ),
    );
    const needed = Object.entries(KUBERNETES_KINDS).flatMap(
      ([kind, { versions, ...row }]) => [
        ...new Set(
          versions.map(version =>
            rightTo('list', { kind, group: groupOf(version), ...nameOf(row) }),
          ),
        ),
      ],
    );
    expect(granted.sort()).toEqual(needed.sort());
  });
});
