import { z } from 'zod';
import { withDeadline } from '../http/withDeadline';
import { checkPlace } from './checkPlace';
import { classifyThrown } from './classifyThrown';
import { createPluginRequest, ProxyAccess } from './createPluginRequest';
import { parseJson } from './parseJson';

/** Clusters that Backstage's kubernetes plugin knows, or why nobody knows. @public */
export type ClusterNames =
  | { state: 'read'; names: string[] }
  | { state: 'failed'; detail: string };

/** It has them at hand, or asks a cloud for them. */
const WITHIN_MS = 5_000;

/** Enough for thousands of clusters. */
const MAX_BYTES = 4 * 1024 * 1024;

const clustersSchema = z.object({
  items: z.array(z.object({ name: z.string() })),
});

/**
 * Asks Backstage's kubernetes plugin for the names of its clusters, whichever of `kubernetes.clusterLocatorMethods` finds them
 * (`backstage/backstage:plugins/kubernetes-backend/src/service/KubernetesRouter.ts`). Never rejects. Names that no request can
 * carry are left out.
 *
 * @param options - `timeoutMs`: milliseconds for the answer, 5000 by default.
 * @public
 */
export async function discoverClusterNames(
  access: ProxyAccess,
  options: { signal: AbortSignal; timeoutMs?: number },
): Promise<ClusterNames> {
  const { signal, timeoutMs = WITHIN_MS } = options;
  const request = createPluginRequest(access);
  try {
    const answer = await withDeadline(
      { signals: [signal], timeoutMs },
      inTime =>
        request({ path: 'clusters', maxBytes: MAX_BYTES, signal: inTime }),
    );
    const clusters = clustersSchema.safeParse(parseJson(answer.text));
    if (answer.status !== 200 || !clusters.success) {
      const detail = `the kubernetes plugin answers ${answer.status} and no list of clusters`;
      return { state: 'failed', detail };
    }
    const names = clusters.data.items
      .map(({ name }) => name)
      .filter(cluster => checkPlace({ cluster }) === undefined);
    return { state: 'read', names: [...new Set(names)] };
  } catch (error) {
    return { state: 'failed', detail: classifyThrown(error).detail };
  }
}
