import { readOwnFiles } from './readOwnFiles';

const APPLICATION =
  'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: x }\n';

/** Files that would be deleted with the commons at that path. */
async function ownOf(
  path: string,
  others: Record<string, string>,
  given: { hostname?: string; releaseName?: string } = {},
): Promise<string[]> {
  const tree: Record<string, string> = { [path]: APPLICATION, ...others };
  return readOwnFiles(
    { path, hostname: 'heart.example.org', releaseName: 'heart', ...given },
    {
      target: {
        id: 'gitops',
        url: 'https://git.example/gitops',
        repoUrl: 'https://git.example/gitops',
        branch: 'main',
        layout: 'plain',
        chart: {
          repoUrl: 'https://helm.gen3.org',
          chart: 'gen3',
          revision: '1',
        },
        charts: [],
        clusters: {},
      },
      host: {
        findFiles: async ({ matching }) =>
          Object.keys(tree).filter(matching).sort(),
        readFiles: async ({ paths }) =>
          new Map(paths.map(each => [each, tree[each]])),
      },
      signal: new AbortController().signal,
    },
  );
}

describe('readOwnFiles', () => {
  it.each([
    ['organprod/heart.example.org/templates/app.yaml', 'heart'],
    ['organprod/heart.example.org/app.yaml', 'gen3'],
    ['heart.example.org/application.yaml', 'heart-example-org'],
    [
      'environments/heart-example-org/templates/application.yaml',
      'heart-example-org',
    ],
    ['environments/heart/templates/application.yaml', 'heart'],
  ])(
    'takes the folder of %s, release %s, for its own',
    async (path, releaseName) => {
      const folder = path.replace(/\/(templates\/)?[^/]+$/, '');
      const values = `${folder}/values.yaml`;
      const others = {
        [values]: 'global: { hostname: heart.example.org }\n',
        'organprod/cluster-values/cluster-values.yaml': 'a: 1\n',
      };
      expect(await ownOf(path, others, { releaseName })).toEqual(
        [path, values].sort(),
      );
    },
  );

  // All of prod/ was removed with heart: the values of liver, whose Application is elsewhere, and those of all.
  it.each([
    ['prod/heart.yaml', 'heart'],
    ['prod/templates/heart.yaml', 'heart'],
    // The release is named after the folder, and not after the commons.
    ['prod/heart.yaml', 'prod'],
    ['heart.yaml', 'heart'],
  ])(
    'takes nothing around %s, release %s, for its own',
    async (path, releaseName) => {
      const others = {
        'prod/heart-values.yaml': 'global: {}\n',
        'prod/liver-values.yaml': 'global: {}\n',
        'prod/common-values.yaml': 'global: {}\n',
        'argocd/liver.yaml': `${APPLICATION}# $values/prod/liver-values.yaml\n`,
      };
      expect(await ownOf(path, others, { releaseName })).toEqual([]);
    },
  );

  it.each([
    ['another Application', APPLICATION],
    ['values of another commons', 'global: { hostname: liver.example.org }\n'],
  ])('shares a folder of its name that holds %s', async (_, text) => {
    expect(
      await ownOf('heart.example.org/app.yaml', {
        'heart.example.org/liver.yaml': text,
      }),
    ).toEqual([]);
  });
});
