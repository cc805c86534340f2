import { z } from 'zod';
import { conditions, count, metadata, text } from './fields';
import { lenient } from './lenient';

/**
 * What the portal reads of a HorizontalPodAutoscaler: fields that `autoscaling/v2`, `v2beta2` and `v1` have alike. Only `v1` has no
 * conditions.
 */
export const horizontalPodAutoscalerSchema = z.object({
  metadata,
  spec: lenient(
    z.object({
      scaleTargetRef: lenient(z.object({ kind: text, name: text })),
      minReplicas: count,
      maxReplicas: count,
    }),
  ),
  status: lenient(z.object({ conditions })),
});
