import { Config } from '@backstage/config';
import { z } from 'zod';

/** Config key of the clusters that Backstage knows. */
export const LOCATORS_KEY = 'kubernetes.clusterLocatorMethods';

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
  return new Set(
    readLocators(config)
      .filter(({ type }) => type === 'config')
      .flatMap(({ clusters = [] }) => clusters)
      .map(({ name }) => name),
  );
}

/** Whether the kubernetes plugin also finds clusters that are not in config, e.g. all of an account. */
export function findsOtherClusters(config: Config): boolean {
  return readLocators(config).some(({ type }) => type !== 'config');
}

function readLocators(config: Config): z.infer<typeof locatorSchema>[] {
  const locators = z
    .array(locatorSchema)
    .safeParse(config.getOptional(LOCATORS_KEY) ?? []);
  // The kubernetes plugin reports its own mistakes in its own config.
  return locators.success ? locators.data : [];
}
