import { summarizeInside } from './summarizeInside';

const OUTSIDE = {
  checkId: 'http:fence',
  outcome: 'down',
  cause: 'http-status',
} as const;
const ready = {
  checkId: 'inside:deployments:fence',
  outcome: 'up',
  cause: 'ok',
} as const;
const late = {
  checkId: 'inside:jobs:fence',
  outcome: 'degraded',
  cause: 'job-late',
} as const;
const hidden = {
  checkId: 'inside:deployments:indexd',
  outcome: 'unknown',
  cause: 'not-readable',
} as const;
const noArgo = {
  checkId: 'inside:argocd',
  outcome: 'unknown',
  cause: 'not-visible',
} as const;

describe('summarizeInside', () => {
  it.each([
    [
      'is absent for a commons that only the outside is known of',
      [OUTSIDE],
      undefined,
    ],
    [
      'takes the worst of the cluster, whatever users see',
      [OUTSIDE, ready, late],
      'degraded',
    ],
    ['is not green while something cannot be read', [ready, hidden], 'unknown'],
    ['says what is wrong before what is not known', [hidden, late], 'degraded'],
    ['is green without an Argo CD', [ready, noArgo], 'up'],
    ['is not green when nothing tells', [noArgo], 'unknown'],
  ] as const)('%s', (_, states, status) => {
    expect(summarizeInside([...states])?.status).toBe(status);
  });
});
