import { z } from 'zod';
import { GEN3_BUNDLES } from '../services/types';

/** A service of the organisation's own (config `gen3.services`), as far as choosing it needs. @public */
export const offeredServiceSchema = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  docsUrl: z.string().optional(),
  bundle: z.enum(GEN3_BUNDLES),
  enabledByDefault: z.boolean(),
  /** Names of services that it cannot work without. */
  dependsOn: z.array(z.string()),
  onlyByName: z.boolean().optional(),
  meshService: z.boolean().optional(),
});

/** A service of the organisation's own, as far as choosing it needs. @public */
export type OfferedService = z.infer<typeof offeredServiceSchema>;

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
  /** Ids of the sources that take changes. Absent: an older backend does not say. */
  sources: z.array(z.string()).optional(),
  /** The organisation's own services, in the order of config; Gen3's are in the registry of every package. */
  services: z.array(offeredServiceSchema),
});

/** Answer of `GET /launch-options`. @public */
export type LaunchOptions = z.infer<typeof launchOptionsSchema>;
