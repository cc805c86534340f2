import { z } from 'zod';
import { Commons } from '../commons/types';
import { FaultTable } from '../faults/FaultTable';
import { PlacedFault } from '../faults/types';
import { Fleet } from '../fleet/Fleet';
import { answerKubernetes } from '../kubernetes/answerKubernetes';
import { ClusterChanges } from '../kubernetes/changes/ClusterChanges';
import { KubernetesParts } from '../kubernetes/KubernetesParts';
import { KubernetesVersion } from '../kubernetes/KubernetesVersion';
import { createCommons } from './createCommons';

/** The time in tests: seven minutes after the last usersync was due. */
export const NOW = new Date('2026-11-22T10:07:00Z');

/** A commons in namespace `heart` of the cluster `organprod`; say what differs. */
export function createClusterCommons(
  overrides: Parameters<typeof createCommons>[0] = {},
): Commons {
  return createCommons({
    cluster: 'organprod',
    namespace: 'heart',
    environment: 'organprod',
    ...overrides,
  });
}

/** Clusters without a server. The faults were set at `faultsAt`, by default just now. */
export function createClusters(
  options: {
    commons?: Commons[];
    faults?: PlacedFault[];
    faultsAt?: Date;
    now?: Date;
    version?: KubernetesVersion;
  } = {},
): KubernetesParts {
  const { now = NOW, faultsAt = now, version = '1.35' } = options;
  const faults = FaultTable.create({ now: () => faultsAt });
  options.faults?.forEach(placed => faults.set(placed));
  return {
    fleet: Fleet.create(options.commons ?? [createClusterCommons()]),
    faults,
    changes: ClusterChanges.create(),
    seed: 'demo',
    now: () => now,
    startedAt: new Date('2026-11-22T09:00:00Z'),
    versionOf: () => version,
  };
}

/** A request to a cluster. */
export interface Asked {
  token?: string;
  accept?: string;
  method?: string;
  body?: unknown;
  /** Of the body. */
  contentType?: string;
}

/**
 * Asks the API of the cluster `organprod` without a server.
 *
 * @throws when there is no answer.
 */
export function ask(
  parts: KubernetesParts,
  target: string,
  asked: Asked = {},
): { status: number; body: unknown; text: string } {
  const { token = 'simulator-reader', accept = 'application/json' } = asked;
  const [path, query] = target.split('?');
  const headers = new Map([
    ['authorization', `Bearer ${token}`],
    ['accept', accept],
    ['content-type', asked.contentType ?? 'application/json'],
  ]);
  const { disposition, changed } = answerKubernetes(parts, {
    method: asked.method ?? 'GET',
    path: `/clusters/organprod${path}`,
    query: new URLSearchParams(query),
    target,
    header: name => headers.get(name),
    cookie: () => undefined,
    body: asked.body,
  });
  changed?.changes.forEach(change =>
    parts.changes.add(changed.hostname, change),
  );
  if (disposition.kind !== 'reply') {
    throw new Error(`No answer but "${disposition.kind}"`);
  }
  const { status, body: text, headers: sent } = disposition.reply;
  const isJson = sent['Content-Type'] === 'application/json';
  return { status, text, body: isJson ? JSON.parse(text) : undefined };
}

const listSchema = z.object({
  metadata: z.object({
    continue: z.string().optional(),
    remainingItemCount: z.number().optional(),
  }),
  items: z.array(
    z.looseObject({ metadata: z.looseObject({ name: z.string() }) }),
  ),
});

/** A list that was asked for, and the names in it. */
export function askList(
  parts: KubernetesParts,
  target: string,
  asked: Asked = {},
) {
  const list = listSchema.parse(ask(parts, target, asked).body);
  return { ...list, names: list.items.map(({ metadata }) => metadata.name) };
}
