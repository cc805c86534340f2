import { JsonObject } from '@backstage/types';
import { z } from 'zod';

/** One route of a REST API, for its OpenAPI document. @public */
export interface OpenApiRoute {
  method: 'get' | 'post' | 'put' | 'delete';
  /** Path below the server's URL, with `{parameter}` for parameters, e.g. `/commons/{namespace}/{name}/health`. */
  path: string;
  /** Unique name of the operation, e.g. `getFleet`. */
  operationId: string;
  /** What it does, one sentence. */
  summary: string;
  /** Query as the route parses it. */
  query?: z.ZodObject;
  /** JSON body as the route parses it. */
  body?: z.ZodType;
  /** JSON body of success; absent when there is none. */
  response?: z.ZodType;
  /** Status of success. @defaultValue 200, or 204 without `response` */
  status?: number;
  /** Other statuses and when they come, besides 400, 401 and 403, which every route has. */
  errors?: Record<number, string>;
}

/** What an OpenAPI document is made of. @public */
export interface OpenApiOptions {
  title: string;
  version: string;
  description?: string;
  /** URL that the paths are relative to, e.g. `/api/gen3`. */
  serverUrl?: string;
  routes: OpenApiRoute[];
}

const ERROR = { $ref: '#/components/schemas/Error' };

const errorSchema: JsonObject = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['name', 'message'],
      properties: { name: { type: 'string' }, message: { type: 'string' } },
    },
  },
};

const jsonValue = z.json();
const jsonObject = z.record(z.string(), jsonValue);

/** Transforms cannot be written down: a request is described by what goes in, an answer by what comes out. */
function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const { $schema, ...described } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  });
  return jsonObject.parse(JSON.parse(JSON.stringify(described)));
}

const content = (schema: JsonObject): JsonObject => ({
  'application/json': { schema },
});

function pathParameters(path: string): JsonObject[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map(match => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

const queryObject = z.object({
  required: z.array(z.string()).default([]),
  properties: z.record(z.string(), jsonObject).default({}),
});

function queryParameters(query: z.ZodObject): JsonObject[] {
  const described = queryObject.parse(toJsonSchema(query, 'input'));
  return Object.entries(described.properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: described.required.includes(name),
    schema,
  }));
}

function responsesOf(route: OpenApiRoute): JsonObject {
  const status = route.status ?? (route.response ? 200 : 204);
  const errors: Record<string, string> = {
    400: 'The request is not as described.',
    401: 'No valid credentials.',
    403: 'Not permitted.',
    ...route.errors,
  };
  return {
    [status]: {
      description: 'Success.',
      ...(route.response
        ? { content: content(toJsonSchema(route.response, 'output')) }
        : {}),
    },
    ...Object.fromEntries(
      Object.entries(errors).map(([code, description]) => [
        code,
        { description, content: content(ERROR) },
      ]),
    ),
  };
}

function operationOf(route: OpenApiRoute): JsonObject {
  return {
    operationId: route.operationId,
    summary: route.summary,
    parameters: [
      ...pathParameters(route.path),
      ...(route.query ? queryParameters(route.query) : []),
    ],
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: content(toJsonSchema(route.body, 'input')),
          },
        }
      : {}),
    responses: responsesOf(route),
  };
}

/**
 * Composes an OpenAPI 3.1 document out of routes whose requests and answers are zod schemas. Pure and deterministic.
 *
 * @throws Error when two routes have the same method and path, or the same operation id.
 * @public
 */
export function createOpenApiDocument(options: OpenApiOptions): JsonObject {
  const paths = new Map<string, JsonObject>();
  const ids = new Set<string>();
  for (const route of options.routes) {
    const methods = paths.get(route.path) ?? {};
    if (route.method in methods || ids.has(route.operationId)) {
      throw new Error(
        `Route "${route.method} ${route.path}" (${route.operationId}) is described twice`,
      );
    }
    ids.add(route.operationId);
    paths.set(route.path, { ...methods, [route.method]: operationOf(route) });
  }
  return {
    openapi: '3.1.0',
    info: {
      title: options.title,
      version: options.version,
      ...(options.description ? { description: options.description } : {}),
    },
    servers: [{ url: options.serverUrl ?? '/' }],
    paths: Object.fromEntries(paths),
    components: {
      schemas: { Error: errorSchema },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
    security: [{ token: [] }],
  };
}
