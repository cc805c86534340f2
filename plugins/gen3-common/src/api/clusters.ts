import { z } from 'zod';
import { instant } from './health';

/** Whether a cluster answers the portal, worst first. @public */
export const REACHABILITIES = ['unreachable', 'unknown', 'reachable'] as const;

/** Whose version is shown of a cluster: that of its API server, unless only those of its kubelets can be read. @public */
export const VERSION_OWNERS = ['api-server', 'kubelets'] as const;

const amount = z.number().int().nonnegative();

/** Query of `GET /clusters`. A page is small, because each of its clusters is asked. @public */
export const clustersQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(20).default(20),
  /** Opaque, from `nextCursor` of the page before. */
  cursor: z.string().max(1000).optional(),
});

/** Parsed query of `GET /clusters`. @public */
export type ClustersQuery = z.infer<typeof clustersQuerySchema>;

/** One cluster that commons are placed in, or that Backstage's kubernetes plugin knows. @public */
export const clusterRowSchema = z.object({
  /** As in Backstage's `kubernetes` config and in the annotations of commons. */
  name: z.string(),
  /** Of its Resource in the catalog; absent when there is none, or the caller may not see it. */
  entityRef: z.string().optional(),
  /** `reachable`: it answered at least one request, if only that the portal may not have it. */
  reachability: z.enum(REACHABILITIES),
  /** Why it is not reachable: a clause that follows the name. */
  reason: z.string().optional(),
  /** Of its API server, `1.35.2`; of kubelets `1.35`, or `1.34-1.35` where they differ. Absent when neither could be read. */
  version: z.string().optional(),
  /** Whose `version` is. */
  versionOf: z.enum(VERSION_OWNERS).optional(),
  /** Absent when nodes could not be read. */
  nodes: z.object({ ready: amount, total: amount }).optional(),
  /**
   * Milliseconds of one request, that for the version of the API server, through Backstage's kubernetes plugin; waiting for its turn
   * is not part of it. Absent when the version could not be read.
   */
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
  /** Namespace that was looked at, that of the first commons. Absent when none names one: then only what belongs to the whole cluster was. */
  namespace: z.string().optional(),
  /** What could not be read of the cluster and in `namespace`; empty when the cluster is not reachable. */
  notReadable: z.array(
    z.object({
      /** Plural, lower-case: `pods`. Or `version`, of the API server. */
      kind: z.string(),
      /** `not-served` is no error: an add-on is not installed. */
      state: z.enum(['failed', 'not-served']),
      /** A clause: `answers 403: pods is forbidden ...`. */
      reason: z.string(),
    }),
  ),
});

/** One cluster that commons are placed in, or that Backstage's kubernetes plugin knows. @public */
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
