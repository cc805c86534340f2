import { CommonsFacts } from '../commons/CommonsFacts';
import { later, SECOND_MS, timestamp } from './timestamps';
import { KubernetesObject, Labels, Metadata, OwnerReference } from './types';

/** Letters that Kubernetes makes names of (`apimachinery/pkg/util/rand/rand.go`): none that spells a word. */
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/** A suffix as Kubernetes generates it. */
export function nameSuffix(
  facts: CommonsFacts,
  topic: string,
  length: number,
): string {
  const bytes = Buffer.from(facts.hex(`suffix ${topic}`, 2 * length), 'hex');
  return [...bytes].map(byte => ALPHABET[byte % ALPHABET.length]).join('');
}

/** What {@link createMetadata} needs. */
export interface MetadataOptions {
  kind: string;
  name: string;
  namespace?: string;
  createdAt: Date;
  /** @defaultValue when it was created */
  changedAt?: Date;
  generation?: number;
  labels?: Labels;
  annotations?: Labels;
  finalizers?: string[];
  owner?: OwnerReference;
  /** Somebody has deleted it, and it is still ending. */
  deletedAt?: Date;
}

/** How long pods may take to end (`terminationGracePeriodSeconds`). */
const GRACE_SECONDS = 30;

/**
 * Makes the `metadata` of an object. The uid belongs to kind, name and time of creation, so one that was made anew has another.
 * The resourceVersion grows with the time of the last change, as etcd's revision would.
 */
export function createMetadata(
  facts: CommonsFacts,
  options: MetadataOptions,
): Metadata {
  const { kind, name, namespace, createdAt, changedAt = createdAt } = options;
  const { generation, labels, annotations, finalizers, owner } = options;
  const { deletedAt } = options;
  const creationTimestamp = timestamp(createdAt);
  return {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    uid: facts.uuid(`${kind} ${name} ${creationTimestamp}`),
    resourceVersion: resourceVersionAt(changedAt),
    ...(generation === undefined ? {} : { generation }),
    creationTimestamp,
    ...(deletedAt
      ? {
          deletionTimestamp: timestamp(
            later(deletedAt, GRACE_SECONDS * SECOND_MS),
          ),
          deletionGracePeriodSeconds: GRACE_SECONDS,
        }
      : {}),
    ...(labels ? { labels } : {}),
    ...(annotations ? { annotations } : {}),
    ...(owner ? { ownerReferences: [owner] } : {}),
    ...(finalizers ? { finalizers } : {}),
  };
}

/** The resourceVersion of what changed at `time` and not since: milliseconds since 1970. */
export function resourceVersionAt(time: Date): string {
  return String(time.getTime());
}

/** Names an object as the controller of others. */
export function controlledBy(owner: KubernetesObject): OwnerReference {
  return {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    name: owner.metadata.name,
    uid: owner.metadata.uid,
    controller: true,
    blockOwnerDeletion: true,
  };
}
