import { JsonObject } from '@backstage/types';
import { sourcesResponseSchema } from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';

const ERRORS = {
  '401': { description: 'No valid credentials' },
  '403': { description: 'The permission is missing' },
};

/** OpenAPI 3.1 description of the routes under `/api/catalog/gen3`. */
export function createOpenApiDocument(): JsonObject {
  const schema = z.json().parse(z.toJSONSchema(sourcesResponseSchema));
  return {
    openapi: '3.1.0',
    info: { title: 'Gen3 sources', version: '1' },
    servers: [{ url: '/api/catalog' }],
    paths: {
      '/gen3/sources': {
        get: {
          operationId: 'listSources',
          summary: 'State of every source of commons',
          responses: {
            '200': {
              description:
                'All sources, in the order they are listed in config',
              content: { 'application/json': { schema } },
            },
            ...ERRORS,
          },
        },
      },
      '/gen3/sources/{id}/refresh': {
        post: write('refreshSource', 'Read a source as soon as possible', {
          '409': { description: 'It is being read already' },
        }),
      },
      '/gen3/sources/{id}/confirm-drop': {
        post: write(
          'confirmDrop',
          'Allow a held source to drop the commons that it lists',
          { '409': { description: 'Nothing is held' } },
        ),
      },
    },
  };
}

function write(
  operationId: string,
  summary: string,
  responses: JsonObject,
): JsonObject {
  return {
    operationId,
    summary,
    parameters: [
      { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
    ],
    responses: {
      '202': { description: 'Accepted; the result shows in the source' },
      ...ERRORS,
      '404': { description: 'There is no such source' },
      ...responses,
    },
  };
}
