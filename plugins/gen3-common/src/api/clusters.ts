import { z } from 'zod';
import { instant } from './health';

/** Whether a cluster answers the portal, worst first. @public */
export const REACHABILITIES = ['unreachable', 'unknown', 'reachable'] as const;

const amount = z.number().int().nonnegative();

/** Query of `GET /clusters`. A page is small, because each of its clusters is asked. @public */
export const clustersQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(20).default(20),
  /** Opaque, from `nextCursor` of the page before. */
  cursor: z.string().max(1000).optional(),
});

/** Parsed query of `GET /clusters`. @public */
export type ClustersQuery = z.infer<typeof clustersQuerySchema>;

/** One cluster that commons are placed in. @public */
export const clusterRowSchema = z.object({
  /** As in Backstage's `kubernetes` config and in the annotations of commons. */
  name: z.string(),
  /** Of its Resource in the catalog; absent when there is none, or the caller may not see it. */
  entityRef: z.string().optional(),
  /** `reachable`: it answered at least one list, if only that the portal may not have it. */
  reachability: z.enum(REACHABILITIES),
  /** Why it is not reachable: a clause that follows the name. */
  reason: z.string().optional(),
  /** Kubelet versions of its nodes: `1.35`, or `1.34-1.35` where they differ. */
  version: z.string().optional(),
  /** Absent when nodes could not be read. */
  nodes: z.object({ ready: amount, total: amount }).optional(),
  /** Milliseconds of the last list that was read for this row, waiting for its turn included; absent when others had asked before. */
  latencyMs: amount.optional(),
  /** When the oldest of the lists was read; when it failed, where it is not reachable. */
  readAt: instant,
  /** Commons on it that the caller may see. */
  commons: z.object({
    count: amount,
    /** The first five, by hostname. */
    first: z.array(
      z.object({
        namespace: z.string(),
        name: z.string(),
        hostname: z.string(),
      }),
    ),
  }),
  /** What could not be listed in the namespace of the first commons; empty when the cluster is not reachable. */
  notReadable: z.array(
    z.object({
      /** Plural, lower-case: `pods`. */
      kind: z.string(),
      /** `not-served` is no error: an add-on is not installed. */
      state: z.enum(['failed', 'not-served']),
      /** A clause: `answers 403: pods is forbidden ...`. */
      reason: z.string(),
    }),
  ),
});

/** One cluster that commons are placed in. @public */
export type ClusterRow = z.infer<typeof clusterRowSchema>;

/** Answer of `GET /clusters`. @public */
export const clustersPageSchema = z.object({
  /** By name. */
  items: z.array(clusterRowSchema),
  /** Clusters over all pages. */
  totalItems: amount,
  nextCursor: z.string().optional(),
  asOf: instant,
});

/** Answer of `GET /clusters`. @public */
export type ClustersPage = z.infer<typeof clustersPageSchema>;
