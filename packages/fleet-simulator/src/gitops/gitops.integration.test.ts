import { createMockDirectory } from '@backstage/backend-test-utils';
import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { execFileSync } from 'node:child_process';
import { utimesSync } from 'node:fs';
import { Commons } from '../commons/types';
import { writeGeneratedGitops } from '../fleet/writeGeneratedGitops';
import { FleetFollower } from './FleetFollower';
import { GitopsTree, openGitopsTree } from './GitopsTree';
import { readFleet, RenderChart } from './readFleet';

// git is started many times: more than five seconds on a busy machine.
jest.setTimeout(30_000);

const registry = createServiceRegistry();
const data = createMockDirectory();
const { signal } = new AbortController();
const noHelm: RenderChart = async () => {
  throw new Error('helm is not there');
};

const application = (valueFiles: string[], source = 'path: helm/gen3') => `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: gen3-x, namespace: argocd }
spec:
  sources:
    - repoURL: https://github.com/uc-cdis/gen3-helm
      ${source}
      helm: { valueFiles: ${JSON.stringify(valueFiles)} }
    - { repoURL: https://git.example/gitops.git, ref: values }
`;

const folder = (hostname: string, values: string) => ({
  [`prod/${hostname}/templates/app.yaml`]: application([
    `$values/prod/${hostname}/values/values.yaml`,
  ]),
  [`prod/${hostname}/values/values.yaml`]: values,
});

const read = (files: Record<string, string>, renderChart = noHelm) =>
  readFleet({
    files: new Map(Object.entries(files)),
    registry,
    renderChart,
    signal,
  });

const hostnames = (commons: Iterable<Commons[]>) =>
  [...commons].flat().map(({ hostname }) => hostname);

describe('reading a tree', () => {
  it('makes a commons of an Application and its value files, the later ones on top', async () => {
    const { commons, problems } = await read({
      'prod/heart.example/app.yaml': application([
        '$values/a.yaml',
        '$v/b.yaml',
      ]),
      'a.yaml': `
global: { hostname: heart.example, environment: prod, maintenanceMode: "on", publicDataSets: false, netPolicy: { enabled: true }, dictionaryUrl: https://d.example/1/schema.json }
fence: { enabled: true, image: { tag: '2026.09' } }
guppy: { enabled: true }
audit: { enabled: false }
metadata:
  useAggMds: true
  aggMdsConfig: '{"gen3_commons":{"Kidney":{"commons_url":"kidney.example"}},"adapter_commons":{"GDC":{"commons_url":"https://gdc.example","adapter":"gdc"}}}'
`,
      'b.yaml': `fence: { image: { tag: '2026.10' } }`,
    });

    expect([...problems]).toEqual([]);
    const [[heart]] = [...commons.values()];
    expect(heart).toMatchObject({
      hostname: 'heart.example',
      flavour: 'helm',
      environment: 'prod',
      cluster: 'prod',
      application: {
        name: 'gen3-x',
        spec: { sources: [{ path: 'helm/gen3' }, { ref: 'values' }] },
      },
      maintenance: true,
      frontendRoot: 'portal',
      publicDataSets: false,
      certManager: false,
      netPolicy: true,
      aggregate: true,
      meshMembers: [
        { name: 'Kidney', url: 'https://kidney.example', isGen3: true },
        { name: 'GDC', url: 'https://gdc.example', isGen3: false },
      ],
    });
    expect(heart.services.get('fence')).toBe('2026.10');
    expect(heart.services.has('guppy')).toBe(true);
    expect(heart.services.has('audit')).toBe(false);
  });

  it.each([
    ['chart: gen3', 1],
    ['path: helm/cluster-level-resources', 0],
    ['chart: gen3-monitoring', 0],
  ])('takes a source with "%s" for %i commons', async (source, count) => {
    const { commons } = await read({
      'prod/heart.example/app.yaml': application([], source),
    });

    expect(commons.size).toBe(count);
  });

  it.each([
    ['revproxy: { ingress: { enabled: true } }', true],
    ['revproxy: { ingress: { enabled: "true" } }', true],
    ['revproxy: {}', false],
    ['', false],
  ])(
    'with the values "%s", cert-manager issues the certificate: %s',
    async (values, certManager) => {
      const { commons } = await read(folder('lung.example', values));

      expect([...commons.values()]).toMatchObject([
        [{ certManager, netPolicy: false }],
      ]);
    },
  );

  it('lets the folder stand in for a hostname that the values lack', async () => {
    const { commons } = await read(folder('lung.example', ''));

    expect(hostnames(commons.values())).toEqual(['lung.example']);
  });

  it('reads inline values as Argo CD does: an object instead of text, then parameters', async () => {
    const app = `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: x }
spec:
  source:
    path: helm/gen3
    helm:
      values: "guppy: { enabled: true }"
      valuesObject: { sower: { enabled: true } }
      parameters: [{ name: global.hostname, value: inline.example }]
`;
    const { commons } = await read({ 'x.yaml': app });
    const [[inline]] = [...commons.values()];

    expect(inline.hostname).toBe('inline.example');
    expect([...inline.services.keys()]).toContain('sower');
    expect([...inline.services.keys()]).not.toContain('guppy');
  });

  it('reads cloud-automation manifests', async () => {
    const { commons } = await read({
      'bone.example/manifest.json': JSON.stringify({
        versions: {
          fence: 'quay.io/cdis/fence:2026.07',
          'audit-service': 'quay.io/cdis/audit-service:2026.07',
        },
        global: { hostname: 'bone.example', maintenance_mode: 'on' },
      }),
    });
    const [[bone]] = [...commons.values()];

    expect(bone).toMatchObject({
      hostname: 'bone.example',
      flavour: 'cloud-automation',
      maintenance: true,
      aggregate: false,
    });
    expect(bone.services.get('audit')).toBe('2026.07');
  });

  it('renders a chart whose Application has template syntax', async () => {
    const rendered: string[][] = [];
    const { commons } = await read(
      {
        'env/eye/Chart.yaml': 'name: eye',
        'env/eye/templates/app.yaml': `apiVersion: argoproj.io/v1alpha1\nkind: Application\nname: {{ .Values.x }}`,
      },
      async ({ files, show }) => {
        rendered.push([...files.keys()], show);
        return application([]).replace('path: helm/gen3', 'chart: other');
      },
    );

    expect(rendered).toEqual([
      ['Chart.yaml', 'templates/app.yaml'],
      ['templates/app.yaml'],
    ]);
    expect(commons.size).toBe(0);
  });

  it('names what is broken and reads the others', async () => {
    const { commons, problems } = await read({
      ...folder('well.example', 'global: { hostname: well.example }'),
      ...folder('list.example', '- a\n- list'),
      ...folder('broken.example', 'global: { hostname: ['),
      'prod/lost.example/app.yaml': application(['$values/nowhere.yaml']),
      'prod/yaml.example/app.yaml':
        'apiVersion: argoproj.io/v1\nkind: Application\n  bad: [',
      'prod/alone/app.yaml':
        'apiVersion: argoproj.io/v1\nkind: Application\nx: {{ y }}',
      'prod/nameless/app.yaml': application([]),
      'prod/mesh.example/app.yaml': application(['$values/mesh.yaml']),
      'mesh.yaml': 'metadata: { useAggMds: true, aggMdsConfig: "{" }',
      'bad.example/manifest.json': '{',
    });

    expect(hostnames(commons.values())).toEqual(['well.example']);
    expect(Object.fromEntries(problems)).toEqual({
      'prod/list.example/templates/app.yaml': expect.stringMatching(
        /"prod\/list.example\/values\/values.yaml" must hold a map of values, found a list/,
      ),
      'prod/broken.example/templates/app.yaml': expect.any(String),
      'prod/lost.example/app.yaml': expect.stringContaining(
        'names the value file "$values/nowhere.yaml", which is not in the tree',
      ),
      'prod/yaml.example/app.yaml': expect.any(String),
      'prod/alone/app.yaml': 'It has template syntax but lies in no chart',
      'prod/nameless/app.yaml': expect.stringContaining('no global.hostname'),
      'prod/mesh.example/app.yaml': expect.any(String),
      'bad.example/manifest.json': expect.any(String),
    });
  });
});

describe('following trees', () => {
  function follow(trees: GitopsTree[]) {
    const seen: string[][] = [];
    const commits: (string | undefined)[] = [];
    const problems: string[] = [];
    const follower = FleetFollower.create({
      trees,
      registry,
      renderChart: noHelm,
      onFleet: commons => {
        seen.push(hostnames([commons]).sort());
        commits.push(commons[0]?.application?.commit);
      },
      onProblem: sentence => problems.push(sentence),
    });
    return { follower, seen, commits, problems };
  }

  function git(...args: string[]) {
    return execFileSync(
      'git',
      ['-c', 'user.name=Demo', '-c', 'user.email=demo@example.org', ...args],
      { cwd: data.resolve('work'), stdio: 'pipe' },
    );
  }

  it('follows a bare repository, keeps a commons whose values break, and drops one that is gone', async () => {
    data.setContent({
      work: {
        ...folder('heart.example', 'global: { hostname: heart.example }'),
        ...folder('lung.example', 'global: { hostname: lung.example }'),
      },
    });
    git('init', '--quiet', '--initial-branch', 'main');
    git('add', '--all');
    git('commit', '--quiet', '-m', 'fleet');
    git('clone', '--quiet', '--bare', '.', data.resolve('bare.git'));
    const tree = openGitopsTree(data.resolve('bare.git'));
    const { follower, seen, commits, problems } = follow([tree]);
    await follower.refresh(signal);
    await follower.refresh(signal);

    data.addContent({
      'work/prod/heart.example/values/values.yaml': '- broken',
    });
    git('rm', '-r', '--quiet', 'prod/lung.example');
    git('commit', '--quiet', '--all', '-m', 'change');
    git('push', '--quiet', data.resolve('bare.git'), 'main');
    await follower.refresh(signal);

    expect(seen).toEqual([
      ['heart.example', 'lung.example'],
      ['heart.example'],
    ]);
    expect(commits).toEqual(
      ['HEAD~', 'HEAD'].map(ref => git('rev-parse', ref).toString().trim()),
    );
    expect(problems).toEqual([
      expect.stringMatching(/"prod\/heart.example.*must hold a map/),
    ]);
    await tree.close();
  });

  it('follows a folder', async () => {
    data.setContent(folder('heart.example', 'global: { hostname: a.example }'));
    const { follower, seen } = follow([openGitopsTree(data.path)]);
    await follower.refresh(signal);
    const file = 'prod/heart.example/values/values.yaml';
    data.addContent({ [file]: 'global: { hostname: b.example }' });
    utimesSync(data.resolve(file), new Date(0), new Date(0));
    await follower.refresh(signal);

    expect(seen).toEqual([['a.example'], ['b.example']]);
  });

  it('stops when it is told to and says what failed', async () => {
    const stopping = new AbortController();
    const { follower, problems } = follow([
      {
        location: 'nowhere',
        isRepository: false,
        version: async () => {
          stopping.abort();
          throw new Error('gone');
        },
        readFiles: async () => new Map(),
        close: async () => {},
      },
    ]);

    await follower.follow({ intervalMs: 0, signal: stopping.signal });
    await expect(follower.refresh(signal)).rejects.toThrow('gone');

    expect(problems).toEqual([]);
  });

  it('says where it looked in vain', () => {
    expect(() => openGitopsTree(data.resolve('nothing'))).toThrow(
      /no folder and no git repository at ".*nothing"/,
    );
  });
});

describe('a generated tree', () => {
  it('holds the commons it was asked for, the same each time', async () => {
    data.setContent({});
    const options = { commons: 30, services: 15, seed: 'a' };
    await writeGeneratedGitops(data.resolve('one'), options);
    await writeGeneratedGitops(data.resolve('two'), options);
    const one = await openGitopsTree(data.resolve('one')).readFiles(signal);
    const two = await openGitopsTree(data.resolve('two')).readFiles(signal);
    const { commons, problems } = await read(Object.fromEntries(one));

    expect(two).toEqual(one);
    expect([...problems]).toEqual([]);
    expect(hostnames(commons.values())).toHaveLength(30);
    expect([...commons.values()][0][0].services.size).toBe(15);
  });

  it('is not written over something else', async () => {
    data.setContent({ file: '' });

    await expect(
      writeGeneratedGitops(data.path, { commons: 1 }),
    ).rejects.toThrow(/is not empty/);
  });

  it.each([0, 500])('cannot have %i services a commons', async services => {
    data.setContent({});

    await expect(
      writeGeneratedGitops(data.resolve('x'), { commons: 1, services }),
    ).rejects.toThrow(/A commons can have 1 to \d+ services/);
  });
});
