import {
  commitsQuerySchema,
  commitsResponseSchema,
  confirmDropRequestSchema,
  createOpenApiDocument,
  sourcesResponseSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';
import { sourcesQuerySchema } from './parseSourcesQuery';

const acceptedSchema = z.object({ accepted: z.literal(true) });

/** The OpenAPI document of the routes under `/api/catalog/gen3`. */
export function describeApi() {
  return createOpenApiDocument({
    title: 'Gen3 CSOC portal: sources and commits',
    version: '1.0.0',
    description:
      'Where commons are discovered from, and what changed there. Their status and health are told by the gen3 plugin, described at /api/gen3/openapi.json.',
    serverUrl: '/api/catalog',
    routes: [
      {
        method: 'get',
        path: '/gen3/sources',
        operationId: 'listSources',
        summary:
          'State of every source, in the order they are listed; with a hostname, of those that know this commons, each with only the quarantine and findings that concern it. Lists hold the worst 100; "totals" says how many there are',
        query: sourcesQuerySchema,
        response: sourcesResponseSchema,
      },
      {
        method: 'post',
        path: '/gen3/sources/{id}/refresh',
        operationId: 'refreshSource',
        summary: 'Has a source read as soon as possible',
        response: acceptedSchema,
        status: 202,
        errors: {
          404: 'There is no such source.',
          409: 'It is being read already.',
        },
      },
      {
        method: 'post',
        path: '/gen3/sources/{id}/confirm-drop',
        operationId: 'confirmDrop',
        summary:
          'Allows a held source to drop the commons that it lists, or a part of them; the rest waits on',
        body: confirmDropRequestSchema,
        response: acceptedSchema,
        status: 202,
        errors: {
          404: 'There is no such source.',
          409: 'Nothing is held, or not all that the body lists.',
        },
      },
      {
        method: 'get',
        path: '/gen3/commons/{namespace}/{name}/commits',
        operationId: 'listCommonsCommits',
        summary:
          'The newest commits that touch what declares a commons in git, and which of them some revisions contain. For those who may read its entity',
        query: commitsQuerySchema,
        response: commitsResponseSchema,
        errors: {
          404: 'No such commons in the catalog, or the caller may not see it.',
          503: 'The repository cannot be read now; the message says why.',
        },
      },
    ],
  });
}
