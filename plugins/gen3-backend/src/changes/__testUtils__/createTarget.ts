import type { LaunchTarget } from '../../launch/types';

/**
 * A source that takes changes, or what is given.
 *
 * @example
 * ChangeTargets.create({ targets: [createTarget({ id: 'demo' })], createHost });
 */
export function createTarget(given: Partial<LaunchTarget> = {}): LaunchTarget {
  return {
    id: 'gitops',
    url: 'file:///srv/gitops.git',
    repoUrl: 'https://git.example.org/csoc/gitops.git',
    branch: 'main',
    layout: 'plain',
    chart: {
      repoUrl: 'https://helm.gen3.org',
      chart: 'gen3',
      revision: '0.3.90',
    },
    charts: ['gen3', 'helm/gen3'],
    clusters: {},
    ...given,
  };
}
