import {
  PreflightFinding,
  PreflightResponse,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { minutesAgo } from './fixtures';

/** Answers that preflight takes. */
export const launchAnswers = {
  hostname: 'lung.example',
  owner: 'group:default/lung-team',
  source: 'demo-gitops',
  cluster: 'east-1',
};

/** An error about the hostname. */
export function preflightFinding(
  change: Partial<PreflightFinding> = {},
): PreflightFinding {
  return {
    id: 'hostname-taken',
    severity: 'error',
    where: { field: 'hostname' },
    what: '"lung.example" is taken.',
    why: 'Two commons would answer at one address.',
    fix: 'Choose another hostname.',
    ...change,
  };
}

/** Nothing is wrong with a commons of two services. */
export function preflightResponse(
  change: Partial<PreflightResponse> = {},
): PreflightResponse {
  return {
    findings: [],
    checks: [],
    summary: {
      hostname: 'lung.example',
      tier: 'production',
      cluster: 'east-1',
      namespace: 'lung',
      environment: 'east-1',
      layout: 'plain',
      database: 'managed',
      login: 'secret',
      services: [
        { name: 'fence', title: 'Fence', neededBy: [] },
        { name: 'arborist', title: 'Arborist', neededBy: ['fence'] },
      ],
      secrets: ['lung-db'],
      suggestedSecrets: {
        databaseSecret: ['east-aurora-master-password'],
        fenceConfigSecret: ['east-lung-example-fence-config'],
      },
      files: ['lung/app.yaml', 'lung/values.yaml'],
    },
    asOf: minutesAgo(0),
    ...change,
  };
}
