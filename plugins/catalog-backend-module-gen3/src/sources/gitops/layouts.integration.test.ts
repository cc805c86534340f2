import { execFileSync } from 'node:child_process';
import { applicationYaml } from '../__testUtils__/applicationYaml';
import { readGitops, summaryOf } from '../__testUtils__/readGitops';

// These tests start programs, which may take a while on a busy machine.
jest.setTimeout(60_000);

beforeAll(() => {
  try {
    execFileSync('helm', ['version'], { stdio: 'ignore' });
  } catch (error) {
    throw new Error(
      'These tests need the helm program in PATH: "make setup" puts it into .tools/bin',
      { cause: error },
    );
  }
});

const chart = 'apiVersion: v2\nname: heart\nversion: 0.1.0\n';

describe('layouts of gitops repositories', () => {
  it('reads uc-cdis/gen3-gitops: a chart for each commons, whose template has no template syntax', async () => {
    const folder = 'heartprod/heart.example.org';
    const members = await readGitops({
      [`${folder}/Chart.yaml`]: chart,
      [`${folder}/values.yaml`]: '',
      [`${folder}/templates/app.yaml`]: applicationYaml({
        values: [
          `$values/${folder}/values/values.yaml`,
          `$values/${folder}/values/fence.yaml`,
        ],
      }),
      [`${folder}/values/values.yaml`]: `global:
  hostname: heart.example.org
  environment: heartprod
  dev: false
  dictionaryUrl: https://dictionary.example/schema.json
  frontendRoot: gen3ff
fence: { image: { tag: "2026.07" } }
indexd: { enabled: false }
secret: { password: geheim }
`,
      [`${folder}/values/fence.yaml`]:
        'fence: { image: { tag: "2026.08" }, FENCE_CONFIG: { KEY: geheim } }\n',
      'heartprod/cluster-values/cluster-values.yaml': 'a: 1\n',
    });

    expect(members).toHaveLength(1);
    expect(members[0]).toMatchObject({
      kind: 'commons',
      member: `${folder}/templates/app.yaml`,
      findings: [],
      commons: {
        hostname: 'heart.example.org',
        hostnameFrom: 'values',
        flavour: 'helm',
        environment: 'heartprod',
        dictionaryUrl: 'https://dictionary.example/schema.json',
        frontendRoot: 'gen3ff',
        cluster: 'heartprod',
        namespace: 'heart',
        argocdApp: { namespace: 'argocd', name: 'gen3-heart' },
        provenance: { path: `${folder}/templates/app.yaml` },
        services: expect.arrayContaining([
          { name: 'fence', imageTag: '2026.08' },
        ]),
      },
    });
    const text = JSON.stringify(members);
    expect(text).not.toContain('"indexd"');
    expect(text).not.toContain('geheim');
  });

  it("reads gen3-terraform's: application and values side by side, no chart", async () => {
    const members = await readGitops({
      'vpc1/heart.example.org/app.yaml': applicationYaml({
        values: ['$values/vpc1/heart.example.org/values.yaml'],
      }),
      'vpc1/heart.example.org/values.yaml':
        'global: { hostname: heart.example.org }\n',
      'vpc1/cluster-level-resources/app.yaml': applicationYaml({
        name: 'cluster-level-resources',
        chart: 'path: helm/cluster-level-resources',
      }),
    });
    expect(members).toHaveLength(1);
    expect(members[0]).toMatchObject({
      commons: { hostname: 'heart.example.org', cluster: 'vpc1' },
    });
  });

  it("reads Australian BioCommons': a chart for each environment, whose Application exists only once rendered", async () => {
    const folder = 'environments/dev';
    const members = await readGitops({
      [`${folder}/Chart.yaml`]: chart,
      [`${folder}/values.yaml`]: `app:
  name: dev-gen3
  sources:
    - repoURL: https://github.com/uc-cdis/gen3-helm.git
      path: helm/gen3
      targetRevision: master
      helm: { valueFiles: [$mine/environments/dev/gen3-values.yaml] }
    - repoURL: https://git.example/org/gitops.git
      targetRevision: main
      ref: mine
`,
      [`${folder}/gen3-values.yaml`]:
        'global: { hostname: dev.heart.example.org }\n',
      [`${folder}/templates/_names.tpl`]:
        '{{- define "app.name" -}}{{ .Values.app.name }}{{- end }}\n{{/*\napiVersion: argoproj.io/v1alpha1\nkind: Application\n*/}}',
      [`${folder}/templates/broken.yaml`]: 'a: {{ fail "not asked for" }}\n',
      [`${folder}/templates/application.yaml`]: `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: { name: gen3 }
---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: {{ include "app.name" . }}
spec:
  destination: { namespace: dev, name: research }
  sources:
    {{- toYaml .Values.app.sources | nindent 4 }}
`,
    });
    expect(members).toHaveLength(1);
    expect(members[0]).toMatchObject({
      kind: 'commons',
      member: `${folder}/templates/application.yaml`,
      findings: [],
      commons: {
        hostname: 'dev.heart.example.org',
        argocdApp: { name: 'dev-gen3', namespace: 'argocd' },
        cluster: 'research',
        namespace: 'dev',
      },
    });
  });

  it('reads an Application that a helper of the chart holds', async () => {
    const folder = 'prod/heart.example.org';
    const members = await readGitops({
      [`${folder}/Chart.yaml`]: chart,
      [`${folder}/templates/_app.tpl`]: `{{- define "app" }}\n${applicationYaml(
        { values: [`$values/${folder}/values/v.yaml`] },
      )}{{- end }}\n{{- define "other" }}a: 1{{ end }}\n`,
      [`${folder}/templates/app.yaml`]: '{{ include "app" . }}\n',
      [`${folder}/templates/off.yaml`]:
        '{{ if .Values.off }}{{ include "app" . }}{{ end }}\n',
      [`${folder}/templates/other.yaml`]: '{{ include "other" . }}\n',
      [`${folder}/values/v.yaml`]: 'global: { hostname: heart.example.org }\n',
    });
    expect(summaryOf(members)).toEqual([
      {
        member: `${folder}/templates/app.yaml`,
        hostname: 'heart.example.org',
        from: 'values',
        codes: [],
      },
    ]);
  });

  it("reads OCC's: all Applications of a cluster in one folder, the values in another", async () => {
    const values = (name: string) => `prod/gen3/${name}.example.org`;
    const members = await readGitops({
      'prod/deployments/commons.yaml': ['heart', 'lung']
        .map(name =>
          applicationYaml({
            name,
            values: [
              `$values/${values(name)}/values.yaml`,
              `$values/${values(name)}/fence.yaml`,
            ],
          }),
        )
        .join('---\n'),
      [`${values('heart')}/values.yaml`]:
        'global: { hostname: heart.example.org }\n',
      [`${values('heart')}/fence.yaml`]: 'fence: { enabled: true }\n',
      [`${values('lung')}/values.yaml`]: '',
      [`${values('lung')}/fence.yaml`]: '',
      'prod/platform/monitoring.yaml': 'a: 1\n',
    });
    expect(summaryOf(members)).toEqual([
      {
        member: 'prod/deployments/commons.yaml#heart',
        hostname: 'heart.example.org',
        from: 'values',
        codes: [],
      },
      {
        member: 'prod/deployments/commons.yaml#lung',
        hostname: 'lung.example.org',
        from: 'folder',
        codes: [],
      },
    ]);
    expect(members[1]).toMatchObject({ commons: { cluster: 'prod' } });
  });

  it('reads a single source with a published chart, inline values and parameters, which win in that order', async () => {
    const application = (helm: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: heart, namespace: gitops }
spec:
  source:
    repoURL: https://helm.gen3.org
    chart: gen3
    targetRevision: 0.3.90
    helm:
${helm}
  destination: { server: https://kubernetes.default.svc, namespace: heart }
`;
    const values =
      '      values: |\n        global: { hostname: values.example.org, environment: e1 }\n';
    const object =
      '      valuesObject: { global: { hostname: object.example.org } }\n';
    const parameters =
      '      parameters: [{ name: global.hostname, value: parameter.example.org }]\n';
    const members = await readGitops({
      'a.yaml': application(values),
      'b.yaml': application(values + object),
      'c.yaml': application(values + object + parameters),
    });
    expect(members).toMatchObject([
      { commons: { hostname: 'values.example.org', environment: 'e1' } },
      { commons: { hostname: 'object.example.org' } },
      {
        commons: {
          hostname: 'parameter.example.org',
          hostnameFrom: 'parameter',
          argocdApp: { namespace: 'gitops', name: 'heart' },
        },
      },
    ]);
  });

  it('reads Applications in lists, and value files relative to a chart in the same repository', async () => {
    const members = await readGitops({
      'apps.yaml': `apiVersion: v1
kind: List
items:
  - apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: { name: heart }
    spec:
      source:
        repoURL: git@git.example:org/gitops.git
        path: charts/helm/gen3
        helm: { valueFiles: [../../../sites/heart.yaml, /sites/tags.yaml] }
`,
      'sites/heart.yaml': 'global: { hostname: heart.example.org }\n',
      'sites/tags.yaml': 'fence: { image: { tag: "2026.08" } }\n',
    });
    expect(members).toMatchObject([
      {
        kind: 'commons',
        findings: [],
        commons: {
          hostname: 'heart.example.org',
          services: expect.arrayContaining([
            { name: 'fence', imageTag: '2026.08' },
          ]),
        },
      },
    ]);
  });

  it('takes the charts that config names', async () => {
    const files = {
      'a.yaml': applicationYaml({
        chart: 'path: charts/commons',
        values: ['$values/v.yaml'],
      }),
      'v.yaml': 'global: { hostname: heart.example.org }\n',
    };
    await expect(readGitops(files)).resolves.toMatchObject([
      { kind: 'quarantined', finding: { code: 'chart-unknown' } },
    ]);
    await expect(
      readGitops(files, { charts: ['charts/commons'] }),
    ).resolves.toMatchObject([{ kind: 'commons' }]);
  });

  it('looks only into the folders that config names', async () => {
    const application = applicationYaml({
      values: ['$values/shared/v.yaml'],
    });
    const files = {
      'one/a.b/app.yaml': application,
      'oneself/a.b/app.yaml': application,
      'shared/v.yaml': 'global: { hostname: heart.example.org }\n',
    };
    const found = async (path: string) =>
      (await readGitops(files, { paths: [path] })).map(({ member }) => member);
    for (const path of ['one/', './one', '/one//']) {
      await expect(found(path)).resolves.toEqual(['one/a.b/app.yaml']);
    }
    // The root by this name once was a folder that nothing lies in.
    await expect(found('.')).resolves.toHaveLength(2);
    // It would look like a repository without any commons.
    await expect(found('on')).rejects.toThrow(
      'No YAML or JSON file lies in "on": correct "paths"',
    );
  });

  it('reads a chart of the repository that depends on the gen3 chart', async () => {
    const members = await readGitops({
      'charts/heart/Chart.yaml': `${chart}dependencies:
  - name: gen3
    alias: commons
    version: 0.3.90
    repository: https://helm.gen3.org
`,
      'charts/heart/values.yaml': `commons:
  global: { hostname: default.example.org, environment: charts }
  fence: { image: { tag: "2026.07" } }
`,
      'sites/heart.yaml': `global:
  hostname: heart.example.org
commons:
  fence: { image: { tag: "2026.08" } }
  indexd: { image: { tag: 2026.10 } }
`,
      'app.yaml': applicationYaml({
        chart: 'path: ./charts/heart/',
        chartRepository: 'https://git.example/org/gitops',
        values: ['../../sites/heart.yaml'],
      }).replace('targetRevision: master', 'targetRevision: main'),
    });
    expect(members).toMatchObject([
      {
        kind: 'commons',
        commons: {
          hostname: 'heart.example.org',
          environment: 'charts',
          services: expect.arrayContaining([
            { name: 'fence', imageTag: '2026.08' },
          ]),
        },
        findings: [{ file: 'sites/heart.yaml', line: 5 }],
      },
    ]);
  });
});
