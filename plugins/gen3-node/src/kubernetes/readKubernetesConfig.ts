import { RootConfigService } from '@backstage/backend-plugin-api';
import { z } from 'zod';
import { configError } from '../config/configError';
import { wholeNumber } from '../config/wholeNumber';

const KEY = 'gen3.kubernetes';

const schema = z.strictObject({
  timeoutMs: wholeNumber(100, 120_000).default(10_000),
  maxPerCluster: wholeNumber(1, 64).default(4),
  maxConcurrent: wholeNumber(1, 1024).default(64),
});

/** Config `gen3.kubernetes`, validated and with its defaults. */
export type KubernetesConfig = z.infer<typeof schema>;

/** Reads `gen3.kubernetes`. @throws InputError with the full path of each bad key, the value found and what is accepted. */
export function readKubernetesConfig(
  config: RootConfigService,
): KubernetesConfig {
  const found = config.getOptional(KEY) ?? {};
  const result = schema.safeParse(found);
  if (!result.success) {
    throw configError(KEY, result.error, {
      found,
      known: Object.keys(schema.shape),
    });
  }
  return result.data;
}
