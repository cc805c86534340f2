import { z } from 'zod';
import { fleetPageSchema, fleetQuerySchema, fleetSummarySchema } from './fleet';
import { commonsHealthResponseSchema } from './health';
import { createOpenApiDocument, OpenApiRoute } from './openApi';
import { sourcesResponseSchema } from './sources';

const routes: OpenApiRoute[] = [
  {
    method: 'get',
    path: '/fleet',
    operationId: 'getFleet',
    summary: 'One page of the fleet.',
    query: fleetQuerySchema,
    response: fleetPageSchema,
  },
  {
    method: 'get',
    path: '/commons/{namespace}/{name}/health',
    operationId: 'getHealth',
    summary: 'Health of a commons.',
    response: commonsHealthResponseSchema,
    errors: { 404: 'No such commons.' },
  },
  {
    method: 'post',
    path: '/commons/{namespace}/{name}/health',
    operationId: 'refresh',
    summary: 'Ask now.',
    body: z.object({ reason: z.string() }),
    status: 202,
  },
];

const document = (all = routes) =>
  createOpenApiDocument({
    title: 'Gen3',
    version: '1',
    serverUrl: '/api/gen3',
    routes: all,
  });

describe('createOpenApiDocument', () => {
  it('describes paths, parameters, bodies and answers', () => {
    expect(document()).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Gen3', version: '1' },
      servers: [{ url: '/api/gen3' }],
      paths: {
        '/commons/{namespace}/{name}/health': {
          get: {
            operationId: 'getHealth',
            parameters: [
              { name: 'namespace', in: 'path', required: true },
              { name: 'name', in: 'path', required: true },
            ],
            responses: {
              200: {
                content: { 'application/json': { schema: { type: 'object' } } },
              },
              404: { description: 'No such commons.' },
            },
          },
          post: {
            requestBody: {
              content: {
                'application/json': { schema: { required: ['reason'] } },
              },
            },
            responses: { 202: { description: 'Success.' } },
          },
        },
      },
    });
  });

  it('describes a query by what goes in: defaults are optional, lists may be single values', () => {
    const { parameters } = z
      .object({
        paths: z.object({
          '/fleet': z.object({
            get: z.object({
              parameters: z.array(
                z.object({
                  name: z.string(),
                  required: z.boolean(),
                  schema: z.unknown(),
                }),
              ),
            }),
          }),
        }),
      })
      .parse(document()).paths['/fleet'].get;
    expect(parameters.map(({ name }) => name).sort()).toEqual(
      Object.keys(fleetQuerySchema.shape).sort(),
    );
    expect(parameters.every(({ required }) => !required)).toBe(true);
    expect(parameters.find(({ name }) => name === 'tier')?.schema).toEqual({
      anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
    });
    expect(
      parameters.find(({ name }) => name === 'limit')?.schema,
    ).toMatchObject({
      type: 'integer',
      minimum: 1,
      maximum: 200,
      default: 50,
    });
  });

  it('describes every answer of the API as JSON', () => {
    const all = [
      fleetPageSchema,
      fleetSummarySchema,
      commonsHealthResponseSchema,
      sourcesResponseSchema,
    ].map(
      (response, index): OpenApiRoute => ({
        method: 'get',
        path: `/${index}`,
        operationId: `get${index}`,
        summary: 'Answer.',
        response,
      }),
    );
    const text = JSON.stringify(document(all));
    expect(JSON.parse(text)).toEqual(document(all));
    expect(text).not.toContain('$schema');
  });

  it.each<[string, Partial<OpenApiRoute>]>([
    ['method and path', { operationId: 'other' }],
    ['operation id', { path: '/other' }],
  ])('refuses two routes with the same %s', (_label, overrides) => {
    expect(() => document([routes[0], { ...routes[0], ...overrides }])).toThrow(
      'is described twice',
    );
  });
});
