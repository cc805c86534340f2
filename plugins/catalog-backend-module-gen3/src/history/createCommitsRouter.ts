import { HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { commitsQuerySchema } from '@gen3-csoc/backstage-plugin-gen3-common';
import { parseQuery } from '@gen3-csoc/backstage-plugin-gen3-node';
import express from 'express';
import Router from 'express-promise-router';
import { CommitsService } from './CommitsService';

/** Routes of commits under `/api/catalog/gen3`. Who may read the entity may see its commits. */
export function createCommitsRouter(options: {
  service: Pick<CommitsService, 'list'>;
  httpAuth: HttpAuthService;
}): express.Router {
  const { service, httpAuth } = options;
  const router = Router();

  router.get(
    '/gen3/commons/:namespace/:name/commits',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const { namespace, name } = request.params;
      const entityRef = stringifyEntityRef({ kind: 'system', namespace, name });
      if (entityRef.includes('\0')) {
        throw new InputError(
          'This is no entity reference: it contains a NUL character',
        );
      }
      const query = parseQuery(commitsQuerySchema, request.query);
      response.json(await service.list({ entityRef, query, credentials }));
    },
  );

  return router;
}
