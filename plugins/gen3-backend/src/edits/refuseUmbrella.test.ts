import { createTarget } from '../changes/__testUtils__/createTarget';
import { refuseUmbrella } from './refuseUmbrella';

const source = {
  repoURL: 'https://git.example.org/csoc/gitops.git',
  path: 'charts/commons/',
  chart: undefined,
  targetRevision: 'main',
  ref: undefined,
  helm: { valueFiles: ['values-prod.yaml'] },
};

const umbrella = (alias = '') =>
  `apiVersion: v2\nname: commons\nversion: 1.0.0\ndependencies:\n  - name: gen3\n    version: 0.3.90\n${alias}`;

function refuse(
  files: Record<string, string>,
  given: { url?: string; repoURL?: string } = {},
) {
  const { url = 'https://git.example.org/csoc/gitops' } = given;
  const repoURL = given.repoURL ?? source.repoURL;
  const own = { ...source, repoURL };
  const application = {
    metadata: { name: 'gen3-heart', namespace: undefined },
    spec: { source: own },
  };
  return refuseUmbrella(
    { application, source: own },
    {
      target: createTarget({ url }),
      host: {
        findFiles: async () => [],
        readFiles: async ({ paths }) =>
          new Map(paths.map(path => [path, files[path]])),
      },
      signal: new AbortController().signal,
    },
  );
}

describe('refuseUmbrella', () => {
  it('names the chart, the key and the files to edit by hand', async () => {
    await expect(
      refuse({ 'charts/commons/Chart.yaml': umbrella() }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message:
        'The Application "gen3-heart" deploys the chart "charts/commons", which has the gen3 chart as a dependency: its values are under the key "gen3", and no edit of the portal sets values there. Edit "charts/commons/values.yaml" or "charts/commons/values-prod.yaml" by hand: what gen3 calls "fence.image.tag" is "gen3.fence.image.tag" there',
    });
  });

  it('names the key by which the chart calls gen3', async () => {
    await expect(
      refuse({ 'charts/commons/Chart.yaml': umbrella('    alias: commons\n') }),
    ).rejects.toThrow('under the key "commons"');
  });

  it('knows an umbrella in a repository on this machine that stands for another', async () => {
    await expect(
      refuse(
        { 'charts/commons/Chart.yaml': umbrella() },
        { url: 'file:///srv/gitops.git', repoURL: 'https://elsewhere/x.git' },
      ),
    ).rejects.toThrow('has the gen3 chart as a dependency');
  });

  it.each([
    ['a chart without gen3', { 'charts/commons/Chart.yaml': 'name: commons' }],
    ['a chart that is not there', {}],
  ])('lets %s be edited', async (_, files) => {
    await expect(refuse(files)).resolves.toBeUndefined();
  });

  it('does not take a folder of this repository for one of another', async () => {
    await expect(
      refuse(
        { 'charts/commons/Chart.yaml': umbrella() },
        { repoURL: 'https://elsewhere.example/x.git' },
      ),
    ).resolves.toBeUndefined();
  });
});
