import { z } from 'zod';
import { placedFaultSchema } from '../faults/types';

/** One commons as the control API lists it. */
export const controlCommonsSchema = z.object({
  hostname: z.string(),
  flavour: z.enum(['helm', 'cloud-automation']),
  services: z.array(z.string()),
  maintenance: z.boolean(),
  cluster: z.string().optional(),
  namespace: z.string().optional(),
});

/** `GET /commons`. */
export const commonsResponseSchema = z.object({
  /** Port the commons answer on. */
  httpsPort: z.number(),
  /** Port the Kubernetes APIs answer on. */
  kubernetesPort: z.number(),
  commons: z.array(controlCommonsSchema),
});

/** `GET /faults`, and the answer of `PUT` and `DELETE`. */
export const faultsResponseSchema = z.object({
  faults: z.array(placedFaultSchema),
});

/** `GET /requests`. */
export const requestsResponseSchema = z.object({
  requests: z.array(
    z.object({
      at: z.string(),
      hostname: z.string(),
      method: z.string(),
      path: z.string(),
      userAgent: z.string(),
      status: z.number(),
    }),
  ),
});

/** Every failure of the control API. */
export const controlErrorSchema = z.object({ error: z.string() });
