import { Config } from '@backstage/config';
import { z } from 'zod';

const locatorSchema = z.looseObject({
  type: z.string(),
  clusters: z.array(z.looseObject({ name: z.string() })).optional(),
});

/**
 * Names of the clusters that Backstage's kubernetes plugin knows from config
 * (`kubernetes.clusterLocatorMethods[type=config].clusters[].name`). Other locators find theirs at run time: map those in
 * a source's `clusters`.
 */
export function readKubernetesClusterNames(config: Config): Set<string> {
  const locators = z
    .array(locatorSchema)
    .safeParse(config.getOptional('kubernetes.clusterLocatorMethods') ?? []);
  // The kubernetes plugin reports its own mistakes in its own config.
  const known = locators.success ? locators.data : [];
  return new Set(
    known
      .filter(locator => locator.type === 'config')
      .flatMap(locator => locator.clusters ?? [])
      .map(cluster => cluster.name),
  );
}
