import { chartOfSource } from './chartOfSource';

const configured = {
  repoUrl: 'https://github.com/uc-cdis/gen3-helm.git',
  path: 'helm/gen3',
  revision: 'master',
};

const source = {
  repoURL: 'https://github.com/uc-cdis/gen3-helm',
  path: 'helm/gen3',
  chart: undefined,
  targetRevision: 'gen3-0.3.90',
  ref: undefined,
};

const FOREIGN = 'https://git.internal/mirror/gen3-helm';

describe('chartOfSource', () => {
  it.each([
    [
      'a folder of git',
      { path: './helm/gen3/' },
      { ...configured, revision: 'gen3-0.3.90' },
    ],
    [
      'a published chart',
      {
        repoURL: 'https://helm.gen3.org',
        path: undefined,
        chart: 'gen3',
        targetRevision: '0.3.91',
      },
      { repoUrl: 'https://helm.gen3.org', chart: 'gen3', revision: '0.3.91' },
    ],
    [
      'the repository of config, read as config says',
      { repoURL: 'git@github.com:uc-cdis/gen3-helm.git' },
      { ...configured, revision: 'gen3-0.3.90' },
    ],
  ])('takes %s', (_, given, chart) => {
    expect(chartOfSource({ ...source, ...given }, configured)).toEqual(chart);
  });

  it.each([
    ['another chart', { path: 'charts/commons' }],
    ['no revision', { targetRevision: undefined }],
    ['no repository', { repoURL: undefined }],
    ['a repository that config does not name', { repoURL: FOREIGN }],
    ['a folder of this machine', { repoURL: 'file:///etc' }],
    ['a folder of this machine without protocol', { repoURL: '/etc' }],
    ['a program', { repoURL: 'ext::sh -c id' }],
  ])('takes the chart of config for %s', (_, given) => {
    expect(chartOfSource({ ...source, ...given }, configured)).toBe(configured);
  });

  it('takes a mirror that config names, and what Gen3 publishes beside it', () => {
    const mirror = { ...configured, repoUrl: FOREIGN };
    expect(chartOfSource({ ...source, repoURL: FOREIGN }, mirror)).toEqual({
      ...mirror,
      revision: 'gen3-0.3.90',
    });
    expect(chartOfSource(source, mirror)).toEqual({
      ...mirror,
      repoUrl: source.repoURL,
      revision: 'gen3-0.3.90',
    });
  });

  it('takes a folder of this machine that config names', () => {
    const local = { repoUrl: '/srv/charts', path: 'gen3', revision: 'main' };
    expect(
      chartOfSource({ ...source, repoURL: '/srv/charts' }, local),
    ).toMatchObject({ repoUrl: '/srv/charts', revision: 'gen3-0.3.90' });
  });
});
