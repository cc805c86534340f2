import {
  changeActionSchema,
  changeDetailsSchema,
  changesPageSchema,
  changesQuerySchema,
  clustersPageSchema,
  clustersQuerySchema,
  commonsHealthResponseSchema,
  createOpenApiDocument,
  deploymentResponseSchema,
  dryRunChangeSchema,
  editOptionsSchema,
  fleetPageSchema,
  fleetQuerySchema,
  fleetSummarySchema,
  jobsResponseSchema,
  launchOptionsSchema,
  pendingLaunchesQuerySchema,
  pendingLaunchesSchema,
  preflightRequestSchema,
  preflightResponseSchema,
  previewRequestSchema,
  previewResponseSchema,
  openedChangeSchema,
  proposeChangeSchema,
  workloadsResponseSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';

const refreshAnswerSchema = z.object({ scheduled: z.boolean() });

const NOT_FOUND = {
  404: 'No such commons in the fleet, or the caller may not see it.',
};

const NO_CHANGE = {
  404: 'No such change, or the caller may not see its commons.',
};

const REVIEWS = [
  { action: 'approve', summary: 'Approves the change of somebody else' },
  {
    action: 'merge',
    summary: 'Merges the commit that was proposed, once it is approved',
  },
  { action: 'close', summary: 'Ends a change without merging it' },
];

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
        path: '/launch-options',
        operationId: 'getLaunchOptions',
        summary:
          'What the wizard can offer: releases, the newest first, the names of clusters in each source, and the sources that take changes',
        response: launchOptionsSchema,
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
      {
        method: 'get',
        path: '/commons/{namespace}/{name}/edit-options',
        operationId: 'getCommonsEditOptions',
        summary:
          'What an edit of one commons begins with, as git says: its release, maintenance mode, services, and the change that it has',
        response: editOptionsSchema,
        errors: {
          ...NOT_FOUND,
          400: 'No change of the portal can edit the commons.',
          409: 'The commons is being launched or is retired, or its files cannot be edited.',
        },
      },
      {
        method: 'post',
        path: '/preflight',
        operationId: 'preflight',
        summary:
          'What is wrong with a commons that does not exist yet, from the answers of the wizard or a values file, or with an edit of one that does',
        body: preflightRequestSchema,
        response: preflightResponseSchema,
      },
      {
        method: 'post',
        path: '/preview',
        operationId: 'preview',
        summary:
          'What a launch or an edit would write to git and make in the cluster, compared with what git holds now, and what may go wrong',
        body: previewRequestSchema,
        response: previewResponseSchema,
        errors: {
          404: 'There is no such commons to edit, or the caller may not see it.',
          409: 'The edit would change nothing, or cannot be made in the files.',
          503: 'The chart cannot be read, or there is no helm program.',
        },
      },
      {
        method: 'get',
        path: '/changes',
        operationId: 'getChanges',
        summary: 'One page of changes, the newest first',
        query: changesQuerySchema,
        response: changesPageSchema,
      },
      {
        method: 'post',
        path: '/changes',
        operationId: 'proposeChange',
        summary:
          'Proposes a launch, or an edit of a commons that there is: judges it once more and puts its files onto a branch',
        body: proposeChangeSchema,
        response: changeDetailsSchema,
        status: 201,
        errors: {
          404: 'No such commons to edit, or the caller may not see it.',
          409: 'The commons has a change that has not ended, nothing would change, or the repository refuses.',
        },
      },
      {
        method: 'post',
        path: '/changes/dry-run',
        operationId: 'dryRunChange',
        summary:
          'Says what would be proposed, or why it would be refused; nothing is proposed',
        body: proposeChangeSchema,
        response: dryRunChangeSchema,
        errors: {
          404: 'No such commons to edit, or the caller may not see it.',
          409: 'Nothing would change, or the commons cannot be edited.',
        },
      },
      {
        method: 'get',
        path: '/launches',
        operationId: 'getPendingLaunches',
        summary:
          'Commons of a source that are on their way or retired; for other plugins of the portal, people ask for changes',
        query: pendingLaunchesQuerySchema,
        response: pendingLaunchesSchema,
      },
      {
        method: 'get',
        path: '/changes/{id}',
        operationId: 'getChange',
        summary: 'A change: its files, who approved it, and how far it is',
        response: changeDetailsSchema,
        errors: NO_CHANGE,
      },
      {
        method: 'post',
        path: '/changes/{id}/open',
        operationId: 'openChange',
        summary:
          'Gives the author of a change that is reviewed where its repository is what opens its pull request, once those that it waits for have succeeded; of one that is open its page',
        response: changeDetailsSchema,
        errors: {
          ...NO_CHANGE,
          400: 'Its files hold secrets, and no template asks.',
          409: 'The change is reviewed in this portal, is merged or has ended, waits for others, or its files are not in the base as they were.',
        },
      },
      {
        method: 'post',
        path: '/changes/{id}/opened',
        operationId: 'openedChange',
        summary:
          'Takes note of the pull request of a change that is reviewed where its repository is',
        body: openedChangeSchema,
        response: changeDetailsSchema,
        errors: {
          ...NO_CHANGE,
          409: 'The change is reviewed in this portal, waits for others, has another pull request, or has ended.',
        },
      },
      ...REVIEWS.map(({ action, summary }) => ({
        method: 'post' as const,
        path: `/changes/{id}/${action}`,
        operationId: `${action}Change`,
        summary,
        body: changeActionSchema,
        response: changeDetailsSchema,
        errors: { ...NO_CHANGE, 409: 'The change is not open, or conflicts.' },
      })),
    ],
  });
}
