import {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  confirmDropRequestSchema,
  gen3SourceManagePermission,
  gen3SourceReadPermission,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import express from 'express';
import Router from 'express-promise-router';
import { describeApi } from './describeApi';
import { parseSourcesQuery } from './parseSourcesQuery';
import { SourcesService } from './SourcesService';

/** Enough for the hostnames of a fleet of 5,000 commons. */
const MAX_BODY = '1mb';

function parseConfirmation(body: unknown): { commons?: string[] } {
  const parsed = confirmDropRequestSchema.safeParse(body ?? {});
  if (!parsed.success) {
    throw new InputError(
      'commons: must be a list of one hostname or more, as "held.wouldDrop" of the source has them; leave it out to confirm all',
    );
  }
  return parsed.data;
}

/** Routes under `/api/catalog/gen3`. */
export function createSourcesRouter(options: {
  service: SourcesService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
}): express.Router {
  const { service, httpAuth, permissions, auditor } = options;
  const router = Router();

  const authorize = async (
    request: express.Request,
    permission: BasicPermission,
  ): Promise<void> => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const [decision] = await permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `This needs the permission "${permission.name}", which you do not have`,
      );
    }
  };

  const audited = async (
    request: express.Request,
    eventId: string,
    write: (id: string) => Promise<void>,
  ): Promise<void> => {
    const { id } = request.params;
    const event = await auditor.createEvent({
      eventId,
      request,
      severityLevel: 'medium',
      meta: { source: id },
    });
    try {
      await authorize(request, gen3SourceManagePermission);
      await write(id);
      await event.success();
    } catch (error) {
      await event.fail({
        error: error instanceof Error ? error : new Error(String(error)),
      });
      throw error;
    }
  };

  router.get('/gen3/openapi.json', async (request, response) => {
    await authorize(request, gen3SourceReadPermission);
    response.json(describeApi());
  });

  router.get('/gen3/sources', async (request, response) => {
    await authorize(request, gen3SourceReadPermission);
    response.json(await service.listSources(parseSourcesQuery(request.query)));
  });

  router.post('/gen3/sources/:id/refresh', async (request, response) => {
    await audited(request, 'gen3-source-refresh', id =>
      service.refreshSource({ id }),
    );
    response.status(202).json({ accepted: true });
  });

  router.post(
    '/gen3/sources/:id/confirm-drop',
    express.json({ limit: MAX_BODY }),
    async (request, response) => {
      await audited(request, 'gen3-source-confirm-drop', id =>
        service.confirmDrop({ id, ...parseConfirmation(request.body) }),
      );
      response.status(202).json({ accepted: true });
    },
  );

  return router;
}
