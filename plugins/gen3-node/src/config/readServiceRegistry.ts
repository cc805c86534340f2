import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  createServiceRegistry,
  gen3ServiceSchema,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';
import { configError } from './configError';

const KEY = 'gen3.services';

/**
 * The service registry with the adopter's own services of `gen3.services`.
 *
 * @throws InputError with the full path of the bad key, or naming the service that clashes with another
 * @public
 */
export function readServiceRegistry(config: Config): ServiceRegistry {
  const parsed = z
    .array(gen3ServiceSchema)
    .safeParse(config.getOptional(KEY) ?? []);
  if (!parsed.success) {
    throw configError(KEY, parsed.error);
  }
  try {
    return createServiceRegistry({ custom: parsed.data });
  } catch (error) {
    throw new InputError(`${KEY}: a service cannot be added`, error);
  }
}
