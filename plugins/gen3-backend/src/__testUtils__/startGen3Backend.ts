import {
  type BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { fleetPageSchema } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { JsonObject } from '@backstage/types';
import request from 'supertest';
import { gen3Plugin } from '../plugin';

/**
 * Starts the whole plugin with a catalog in memory, and waits until its fleet has all commons of that.
 *
 * @example
 * const { call, triggerTask, stop } = await startGen3Backend({ entities, config });
 * const { body } = await call('user:default/alma-reyes', 'get', '/fleet');
 */
export async function startGen3Backend(options: {
  /** Each of them a commons. */
  entities: Entity[];
  config: JsonObject;
  /** Beside the plugin. */
  features?: BackendFeature[];
}) {
  const { entities, config, features = [] } = options;
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      gen3Plugin,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({ data: config }),
      ...features,
    ],
  });
  /** Asks as a person, or as a service of Backstage (`service`). */
  const call = (
    user: string,
    method: 'get' | 'post',
    path: string,
    body?: object,
  ) => {
    const sent = request(backend.server)[method](`/api/gen3${path}`);
    sent.set(
      'Authorization',
      user === 'service'
        ? mockCredentials.service.header()
        : mockCredentials.user.header(user),
    );
    return body ? sent.send(body) : sent;
  };
  // The fleet follows the catalog at its own pace.
  let found = 0;
  while (found < entities.length) {
    await scheduler.triggerTask('gen3-fleet-sync');
    const { body } = await call('user:default/mock', 'get', '/fleet');
    found = fleetPageSchema.parse(body).totalItems;
  }
  return {
    call,
    /** What the portal does from time to time, at once. */
    triggerTask: (id: string) => scheduler.triggerTask(id),
    stop: () => backend.stop(),
  };
}
