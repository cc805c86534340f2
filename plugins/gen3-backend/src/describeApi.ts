import {
  clustersPageSchema,
  clustersQuerySchema,
  commonsHealthResponseSchema,
  createOpenApiDocument,
  deploymentResponseSchema,
  fleetPageSchema,
  fleetQuerySchema,
  fleetSummarySchema,
  jobsResponseSchema,
  workloadsResponseSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';

const refreshAnswerSchema = z.object({ scheduled: z.boolean() });

const NOT_FOUND = {
  404: 'No such commons in the fleet, or the caller may not see it.',
};

/** The OpenAPI document of this plugin's REST. */
export function describeApi() {
  return createOpenApiDocument({
    title: 'Gen3 CSOC portal: fleet and health',
    version: '1.0.0',
    description:
      'Commons, their status and health. Every answer holds only the commons that the caller may see. Where commons come from is told by the catalog: GET /api/catalog/gen3/sources, described at /api/catalog/gen3/openapi.json.',
    serverUrl: '/api/gen3',
    routes: [
      {
        method: 'get',
        path: '/fleet',
        operationId: 'getFleet',
        summary: 'One page of the commons that match, in the order asked for',
        query: fleetQuerySchema,
        response: fleetPageSchema,
      },
      {
        method: 'get',
        path: '/fleet/summary',
        operationId: 'getFleetSummary',
        summary: 'Counts of commons by status, release, source and more',
        response: fleetSummarySchema,
      },
      {
        method: 'get',
        path: '/clusters',
        operationId: 'getClusters',
        summary:
          'One page of the clusters that commons run in, each as it answers now',
        query: clustersQuerySchema,
        response: clustersPageSchema,
      },
      {
        method: 'get',
        path: '/commons/{namespace}/{name}/health',
        operationId: 'getCommonsHealth',
        summary: 'Health of one commons, from stored results, as of now',
        response: commonsHealthResponseSchema,
        errors: NOT_FOUND,
      },
      {
        method: 'get',
        path: '/commons/{namespace}/{name}/workloads',
        operationId: 'getCommonsWorkloads',
        summary:
          'Deployments and StatefulSets of one commons, as its cluster says now',
        response: workloadsResponseSchema,
        errors: NOT_FOUND,
      },
      {
        method: 'get',
        path: '/commons/{namespace}/{name}/jobs',
        operationId: 'getCommonsJobs',
        summary: 'CronJobs and Jobs of one commons, as its cluster says now',
        response: jobsResponseSchema,
        errors: NOT_FOUND,
      },
      {
        method: 'get',
        path: '/commons/{namespace}/{name}/deployment',
        operationId: 'getCommonsDeployment',
        summary:
          'Applications of Argo CD that deploy one commons, as its cluster says now',
        response: deploymentResponseSchema,
        errors: NOT_FOUND,
      },
      {
        method: 'post',
        path: '/commons/{namespace}/{name}/refresh',
        operationId: 'refreshCommons',
        summary:
          'Makes the next round of a commons due now; at most once in 10 s',
        response: refreshAnswerSchema,
        status: 202,
        errors: { ...NOT_FOUND, 409: 'Probing of the commons is off.' },
      },
    ],
  });
}
