import { z } from 'zod';
import { FRONTEND_ROOTS } from '../services/types';

/** A commons that is proposed or merged and that its source may not have found yet. @public */
export const pendingLaunchSchema = z.object({
  /** Id of the change. */
  id: z.string(),
  hostname: z.string(),
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

/** A commons that is proposed or merged and that its source may not have found yet. @public */
export type PendingLaunch = z.infer<typeof pendingLaunchSchema>;

/** Query of `GET /launches`. @public */
export const pendingLaunchesQuerySchema = z.object({
  /** Id of the source that will find them. */
  source: z.string().max(40),
});

/** Answer of `GET /launches`, which only other plugins of the portal may ask. @public */
export const pendingLaunchesSchema = z.object({
  /** By hostname. */
  items: z.array(pendingLaunchSchema),
});
