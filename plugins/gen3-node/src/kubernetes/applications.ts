import { z } from 'zod';
import { count, instant, metadata, text } from './fields';
import { lenient, lenientList } from './lenient';

/** Where an Application takes what it deploys from: a folder of a git repository, or a chart of a Helm repository. */
const source = z.object({
  repoURL: text,
  path: text,
  chart: text,
  targetRevision: text,
  ref: text,
  helm: lenient(
    z.object({
      /** Others may be secret, and nobody needs them. */
      parameters: lenientList(
        z.object({ name: z.literal('global.hostname'), value: z.string() }),
      ),
    }),
  ),
});

/** A commit or the version of a chart: one, or one for each of several sources. */
const revisions = z.object({
  revision: text,
  revisions: lenient(z.array(z.string())),
});

/** What the portal reads of an Application (`argo-cd:pkg/apis/application/v1alpha1/types.go`). */
export const applicationSchema = z.object({
  metadata,
  spec: lenient(
    z.object({
      destination: lenient(
        z.object({ server: text, name: text, namespace: text }),
      ),
      source: lenient(source),
      sources: lenientList(source),
    }),
  ),
  status: lenient(
    z.object({
      sync: lenient(
        z.object({
          status: text,
          ...revisions.shape,
        }),
      ),
      health: lenient(z.object({ status: text, message: text })),
      operationState: lenient(
        z.object({
          phase: text,
          message: text,
          startedAt: instant,
          finishedAt: instant,
          /** How often it failed and began again by itself. */
          retryCount: count,
          /** What the operation applied. */
          syncResult: lenient(revisions),
        }),
      ),
      /** What was applied before, the newest last. */
      history: lenientList(revisions),
      /** Every object that the Application manages. */
      resources: lenientList(
        z.object({
          group: text,
          kind: z.string(),
          namespace: text,
          name: z.string(),
          /** `Synced` or `OutOfSync`. */
          status: text,
          health: lenient(z.object({ status: text, message: text })),
        }),
      ),
      reconciledAt: instant,
      /** Argo CD's have no status: what is listed holds. */
      conditions: lenientList(
        z.object({
          type: z.string(),
          message: text,
          lastTransitionTime: instant,
        }),
      ),
    }),
  ),
});

/** An Application of Argo CD, as much of it as the portal reads. @public */
export type KubernetesApplication = z.infer<typeof applicationSchema>;
