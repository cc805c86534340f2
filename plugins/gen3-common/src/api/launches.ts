import { z } from 'zod';
import { LAUNCHING_LIFECYCLE, RETIRED_LIFECYCLE } from '../commons/launching';
import { FRONTEND_ROOTS } from '../services/types';

/** A commons that its source has not found yet, because it is proposed or merged, or does not find any more, because it is retired. @public */
export const pendingLaunchSchema = z.object({
  /** Id of the change. */
  id: z.string(),
  hostname: z.string(),
  /** @defaultValue launching */
  lifecycle: z.enum([LAUNCHING_LIFECYCLE, RETIRED_LIFECYCLE]).optional(),
  title: z.string().optional(),
  /** Entity reference. */
  owner: z.string(),
  /** Path of the file that will declare it. */
  file: z.string(),
  cluster: z.string(),
  namespace: z.string(),
  environment: z.string(),
  /** By name. */
  services: z.array(
    z.object({ name: z.string(), imageTag: z.string().optional() }),
  ),
  dictionaryUrl: z.string().optional(),
  frontendRoot: z.enum(FRONTEND_ROOTS),
});

/** A commons that its source has not found yet, or does not find any more. @public */
export type PendingLaunch = z.infer<typeof pendingLaunchSchema>;

/** Query of `GET /launches`. @public */
export const pendingLaunchesQuerySchema = z.object({
  /** Id of the source that will find them. */
  source: z.string().max(40),
});

/** Answer of `GET /launches`, which only other plugins of the portal may ask. @public */
export const pendingLaunchesSchema = z.object({
  /** Those on their way by hostname, then those that are retired. */
  items: z.array(pendingLaunchSchema),
});
