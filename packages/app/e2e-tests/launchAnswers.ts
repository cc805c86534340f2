import { z } from 'zod';
import { askAs } from './people';
import { Portal } from './portal';
import { expect } from './test';

const changeSchema = z.object({ id: z.string(), state: z.string() });

const findingsSchema = z.object({
  findings: z.array(
    z.object({
      id: z.string(),
      severity: z.string(),
      where: z.object({
        key: z.string().optional(),
        field: z.string().optional(),
      }),
    }),
  ),
});

/** The least that a development commons of the demo needs. */
export const answersOf = (hostname: string) => ({
  hostname,
  owner: 'group:default/csoc',
  source: 'demo-gitops',
  cluster: 'organprod',
  tier: 'development',
  release: '2026.10',
});

/** Accepts every warning, as somebody does who has read them. */
async function acceptAll(portal: Portal, hostname: string) {
  const { body } = await askAs('alma-reyes', {
    baseUrl: portal.baseUrl,
    method: 'POST',
    path: '/api/gen3/preflight',
    body: { answers: answersOf(hostname) },
  });
  const { findings } = findingsSchema.parse(body);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return warnings.map(warning => ({
    id: warning.id,
    where: warning.where.key ?? warning.where.field,
    reason: 'It is a playground',
  }));
}

/** Accepts every warning, and proposes. */
const acceptAndPropose = async (portal: Portal, hostname: string) =>
  askAs('alma-reyes', {
    baseUrl: portal.baseUrl,
    method: 'POST',
    path: '/api/gen3/changes',
    body: {
      kind: 'launch',
      answers: answersOf(hostname),
      accept: await acceptAll(portal, hostname),
    },
  });

/**
 * Proposes a development commons as Alma does; the wizard sends the same. When a warning came up since she looked, as of a cluster that is slow to answer,
 * she looks once more. Resolves to the id of the change.
 */
export async function proposeLaunch(
  portal: Portal,
  hostname: string,
): Promise<string> {
  const first = await acceptAndPropose(portal, hostname);
  const isNewWarning = JSON.stringify(first.body).includes(
    'nobody accepted it',
  );
  const { status, body } = isNewWarning
    ? await acceptAndPropose(portal, hostname)
    : first;
  expect({ status, body }).toMatchObject({ status: 201 });
  return changeSchema.parse(body).id;
}

/** Does something to a change as Tomas, who did not propose it. Resolves to its state afterwards. */
export async function reviewChange(
  portal: Portal,
  id: string,
  action: 'approve' | 'merge' | 'close',
): Promise<string> {
  const { status, body } = await askAs('tomas-lindqvist', {
    baseUrl: portal.baseUrl,
    method: 'POST',
    path: `/api/gen3/changes/${id}/${action}`,
    body: action === 'close' ? { reason: 'Nobody wants it' } : {},
  });
  expect({ status, body }).toMatchObject({ status: 200 });
  return changeSchema.parse(body).state;
}

/** State of a change. */
export async function stateOf(portal: Portal, id: string): Promise<string> {
  const { body } = await askAs('alma-reyes', {
    baseUrl: portal.baseUrl,
    path: `/api/gen3/changes/${id}`,
  });
  return changeSchema.parse(body).state;
}
