import { mockServices } from '@backstage/backend-test-utils';
import { ProxyClusterClient } from '@gen3-csoc/backstage-plugin-gen3-node';
import type { JsonValue } from '@backstage/types';
import { Response } from 'undici';

/** The real client of clusters that hold these objects, by the plural of their kind: they are parsed like real ones. */
export function clientOf(
  objects: Record<string, JsonValue[]>,
): ProxyClusterClient {
  return ProxyClusterClient.create({
    discovery: mockServices.discovery.mock({
      getBaseUrl: async () => 'http://kubernetes.example',
    }),
    auth: mockServices.auth(),
    fetch: async url => {
      const [, plural = ''] = /\/(\w+)\?/.exec(url) ?? [];
      const items = objects[plural] ?? [];
      return Response.json({ kind: 'AnyList', metadata: {}, items });
    },
  });
}
