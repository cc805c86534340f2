import { applicationYaml } from '../__testUtils__/applicationYaml';
import { readGitops } from '../__testUtils__/readGitops';

// These tests start programs, which may take a while on a busy machine.
jest.setTimeout(60_000);

const app = 'prod/heart.example.org/app.yaml';

/** An Application with a single source. */
const single = (helm: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: heart
spec:
  source:
    repoURL: https://helm.gen3.org
    chart: gen3
    helm:
${helm}
`;

/** What is wrong with the only Application of a file. */
async function findingOf(text: string) {
  const [member] = await readGitops({ [app]: text });
  if (!member) throw new Error('There is no member');
  return member.kind === 'commons' ? member.findings[0] : member.finding;
}

describe('findings about an Application', () => {
  it.each([
    [
      'a value file that is missing',
      applicationYaml({ values: ['$values/a.yaml', '$values/gone.yaml'] }),
      'values-missing',
      [
        [15, 'spec.sources[0].helm.valueFiles[0]'],
        [16, 'spec.sources[0].helm.valueFiles[1]'],
      ],
    ],
    [
      'a value file with an unknown ref, of a single source',
      single('      valueFiles:\n        - $typo/a.yaml'),
      'values-ref-unknown',
      [[11, 'spec.source.helm.valueFiles[0]']],
    ],
    [
      'a value file at a revision that is missing, of the second document',
      `a: 1\n---\n${applicationYaml({
        values: ['$values/a.yaml'],
        revision: 'gone',
      })}`,
      'values-revision-missing',
      [[17, 'spec.sources[0].helm.valueFiles[0]']],
    ],
  ])('name the line and the key of %s', async (_, text, code, places) => {
    const [member] = await readGitops({ [app]: text });
    expect(member).toMatchObject({
      kind: 'commons',
      findings: places.map(([line, key]) => ({ code, file: app, line, key })),
    });
  });

  it.each([
    [
      'a chart that is not known, by its path',
      applicationYaml({ chart: 'path: helm/gen3-next' }),
      'chart-unknown',
      9,
      'spec.sources[0].path',
    ],
    [
      'a chart that is not known, of a single source',
      single('      values: ""').replace('chart: gen3', 'chart: gen3-next'),
      'chart-unknown',
      8,
      'spec.source.chart',
    ],
    [
      'a name that is missing, by the line of what should hold it',
      applicationYaml().replace('name: gen3-heart', 'labels: {}'),
      'application-incomplete',
      3,
      'metadata.name',
    ],
    [
      'a name that is none',
      applicationYaml({ name: 'Gen3_Heart' }),
      'application-incomplete',
      4,
      'metadata.name',
    ],
    [
      'a value of the wrong type, in a list of manifests',
      `apiVersion: v1
kind: List
items:
  - apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: { name: heart }
    spec:
      sources:
        - chart: gen3
          helm:
            valueFiles: a.yaml
`,
      'application-incomplete',
      11,
      'spec.sources[0].helm.valueFiles',
    ],
    [
      'inline values that are broken',
      single('      values: |\n        a: 1\n        b: [1\n        c: 2'),
      'yaml-broken',
      13,
      'spec.source.helm.values',
    ],
    [
      'inline values that are a list',
      single('      values: |\n        - a'),
      'values-not-a-map',
      10,
      'spec.source.helm.values',
    ],
    [
      'a hostname in inline values',
      single('      values: |\n        global:\n          hostname: https://x'),
      'hostname-invalid',
      12,
      'global.hostname',
    ],
    [
      'a hostname in an object of values',
      single(
        '      valuesObject:\n        global:\n          hostname: https://x',
      ),
      'hostname-invalid',
      12,
      'global.hostname',
    ],
    [
      'a hostname among the parameters',
      single(
        '      parameters:\n        - name: a\n          value: b\n        - name: global.hostname\n          value: https://x',
      ),
      'hostname-invalid',
      13,
      'global.hostname',
    ],
  ])('name the line and the key of %s', async (_, text, code, line, key) => {
    expect(await findingOf(text)).toMatchObject({ code, file: app, line, key });
  });

  it('name the line within a text whose lines are not those of the file', async () => {
    expect(await findingOf(single('      values: "a: 1\\n\\tb: 2"'))).toEqual({
      severity: 'error',
      code: 'yaml-broken',
      message:
        '"spec.source.helm.values" of the Application is not valid YAML: a tab in the indentation, in line 2 of its text',
      fix: 'Correct the YAML in "spec.source.helm.values"',
      file: app,
      line: 10,
      key: 'spec.source.helm.values',
    });
  });

  it('name no line when the Application is rendered, as its lines are not those of the template', async () => {
    const template = 'prod/heart.example.org/templates/app.yaml';
    const read = async (text: string) => {
      const [member] = await readGitops({
        'prod/heart.example.org/Chart.yaml':
          'apiVersion: v2\nname: heart\nversion: 0.1.0\n',
        [template]: `{{/* nothing */}}\n${text}`,
      });
      return member?.kind === 'commons' ? member.findings : member?.finding;
    };
    const missing = await read(applicationYaml({ values: ['$values/a.yaml'] }));
    expect(missing).toMatchObject([
      {
        code: 'values-missing',
        file: template,
        key: 'spec.sources[0].helm.valueFiles[0]',
      },
    ]);
    expect(JSON.stringify(missing)).not.toContain('"line"');
    for (const [text, code] of [
      [applicationYaml({ name: 'Gen3_Heart' }), 'application-incomplete'],
      [applicationYaml({ chart: 'path: helm/gen3-next' }), 'chart-unknown'],
      [single('      values: |\n        a: [1'), 'yaml-broken'],
    ] as const) {
      const finding = await read(text);
      expect(finding).toMatchObject({ code, file: template });
      expect(JSON.stringify(finding)).not.toContain('"line"');
    }
  });
});
