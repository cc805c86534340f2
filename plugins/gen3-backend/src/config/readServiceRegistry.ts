import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  createServiceRegistry,
  gen3ServiceSchema,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';

const KEY = 'gen3.services';

/**
 * The service registry with the adopter's own services of `gen3.services`.
 *
 * @throws InputError with the full path of each bad key.
 */
export function readServiceRegistry(
  config: RootConfigService,
): ServiceRegistry {
  const parsed = z
    .array(gen3ServiceSchema)
    .safeParse(config.getOptional(KEY) ?? []);
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues
        .map(issue => `${pathOf(issue.path)}: ${issue.message}`)
        .join('; '),
    );
  }
  try {
    return createServiceRegistry({ custom: parsed.data });
  } catch (error) {
    throw new InputError(`${KEY}: a service cannot be added`, error);
  }
}

function pathOf(path: PropertyKey[]): string {
  return path.reduce<string>(
    (whole, key) =>
      typeof key === 'number' ? `${whole}[${key}]` : `${whole}.${String(key)}`,
    KEY,
  );
}
