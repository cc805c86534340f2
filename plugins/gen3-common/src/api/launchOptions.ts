import { z } from 'zod';

/** Answer of `GET /launch-options`: what the wizard can offer to choose from. @public */
export const launchOptionsSchema = z.object({
  /** Monthly releases that commons run or that config names, the newest first. */
  releases: z.array(
    z.object({
      release: z.string(),
      /** How many commons run it, of those that the caller may see. */
      commons: z.number().int().nonnegative(),
    }),
  ),
  /** Clusters for which a source has a name of its own, as `catalog.providers.gen3.<id>.clusters` maps them. */
  clusterNames: z.array(
    z.object({
      /** Id of the source. */
      source: z.string(),
      /** As the source calls it: the answer `cluster`. */
      name: z.string(),
      /** As Backstage calls it: the title of its entity. */
      cluster: z.string(),
    }),
  ),
});

/** Answer of `GET /launch-options`. @public */
export type LaunchOptions = z.infer<typeof launchOptionsSchema>;
