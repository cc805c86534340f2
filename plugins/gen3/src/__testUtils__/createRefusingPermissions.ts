import { mockApis } from '@backstage/frontend-test-utils';
import { IdentityPermissionApi } from '@backstage/plugin-permission-react';
import { http, HttpResponse, RequestHandler } from 'msw';

interface AuthorizeRequest {
  items: Array<{ id: string }>;
}

/**
 * A portal whose policy refuses everything: the browser's real client of permissions, and the handler that answers it.
 *
 * @example
 * const { permissions, handler } = createRefusingPermissions();
 * server.use(handler);
 * renderTestApp({ apis: [[permissionApiRef, permissions]], ... });
 */
export function createRefusingPermissions(): {
  permissions: IdentityPermissionApi;
  handler: RequestHandler;
} {
  const permissions = IdentityPermissionApi.create({
    config: mockApis.config({ data: { permission: { enabled: true } } }),
    discovery: mockApis.discovery(),
    identity: mockApis.identity(),
  });
  const handler = http.post<never, AuthorizeRequest>(
    '*/api/permission/authorize',
    async ({ request }) => {
      const { items } = await request.json();
      return HttpResponse.json({
        items: items.map(({ id }) => ({ id, result: 'DENY' })),
      });
    },
  );
  return { permissions, handler };
}
