import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HelmRenderer, type HelmRendererOptions } from './HelmRenderer';

// These tests start programs, which may take a while on a busy machine.
jest.setTimeout(60_000);

const signal = new AbortController().signal;
const CHART = 'apiVersion: v2\nname: small\nversion: 0.1.0\n';

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

describe('HelmRenderer', () => {
  let workingDirectory: string;

  beforeEach(() => {
    workingDirectory = mkdtempSync(join(tmpdir(), 'gen3-test-helm-'));
  });

  afterEach(() => {
    const left = readdirSync(workingDirectory);
    rmSync(workingDirectory, { recursive: true, force: true });
    // Whatever happened, no chart may stay behind.
    if (left.length > 0) throw new Error(`Left behind: ${left.join(', ')}`);
  });

  function render(
    files: Record<string, string>,
    options: HelmRendererOptions & {
      show?: string[];
      abort?: AbortSignal;
    } = {},
  ) {
    const { show, abort, ...bounds } = options;
    return HelmRenderer.create({ workingDirectory, ...bounds }).renderChart({
      files: new Map(Object.entries({ 'Chart.yaml': CHART, ...files })),
      show,
      signal: abort ?? signal,
    });
  }

  it('renders one template with the values and helpers of the chart', async () => {
    const text = await render(
      {
        'values.yaml': 'name: heart\n',
        'templates/_helpers.tpl': '{{ define "n" }}{{ .Values.name }}{{ end }}',
        'templates/a.yaml': 'a: {{ include "n" . }}-{{ .Release.Namespace }}\n',
        'templates/b.yaml': 'b: 1\n',
      },
      { show: ['templates/a.yaml'] },
    );
    expect(text).toContain('a: heart-default');
    expect(text).not.toContain('b: 1');
  });

  it('says in one line what is wrong with a template, without the folder', async () => {
    const failure = render({ 'templates/a.yaml': 'a: {{ .Values.x.y.z }}\n' });
    await expect(failure).rejects.toMatchObject({
      reason: 'rejected',
      line: 1,
    });
    await expect(failure).rejects.toThrow(
      /^helm refuses "small\/templates\/a.yaml", line 1: it looks into a value that is not set/,
    );
    await expect(failure).rejects.not.toThrow(/gen3-test-helm|\n/);
  });

  it('does not quote a value that the schema of the chart refuses', async () => {
    const failure = render({
      'values.yaml': 'password: geheim\n',
      'values.schema.json': JSON.stringify({
        properties: { password: { type: 'string', pattern: '^x' } },
      }),
      'templates/a.yaml': 'a: 1\n',
    });
    await expect(failure).rejects.toThrow(/schema/);
    await expect(failure).rejects.not.toThrow(/geheim/);
  });

  // Templates and functions put values into helm's messages, which were once shown up to 300 characters.
  it.each([
    ['fail', '{{ fail (printf "%s" .Values.password) }}', /gives up/],
    ['required', '{{ required .Values.password .Values.x }}', /gives up/],
    [
      'a function',
      'a: {{ mustToDate "2006" .Values.password }}',
      /line 1: a call of "mustToDate" fails/,
    ],
    ['rendered text', 'a: b: {{ .Values.password }}', /not valid YAML/],
    ['a literal', 'a: {{ index "geheim" 99 }}', /a call of "index" fails/],
    ['an include', 'a: {{ include .Values.password . }}', /not there/],
    ['a type', 'a: {{ .Values.password.x }}', /looks into a value/],
  ])('does not quote a value that comes by %s', async (_, text, message) => {
    const failure = render({
      'values.yaml': 'password: geheim\n',
      'templates/a.yaml': `${text}\n`,
    });
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.not.toThrow(/geheim/);
  });

  it('does not quote values.yaml when it is broken', async () => {
    const failure = render({
      'values.yaml': 'password: "geheim\n',
      'templates/a.yaml': 'a: 1\n',
    });
    await expect(failure).rejects.toThrow(/values\.yaml is not valid YAML/);
    await expect(failure).rejects.not.toThrow(/geheim/);
  });

  it('says that a template renders nothing', async () => {
    const files = { 'templates/a.yaml': '{{ if false }}a: 1{{ end }}\n' };
    await expect(
      render(files, { show: ['templates/a.yaml'] }),
    ).rejects.toMatchObject({ reason: 'nothing-rendered' });
  });

  it('fetches no dependency', async () => {
    const chart = `${CHART}dependencies: [{name: gen3, version: "1", repository: "https://helm.example"}]\n`;
    await expect(render({ 'Chart.yaml': chart })).rejects.toMatchObject({
      reason: 'dependencies-missing',
    });
  });

  it.each([
    '../out.yaml',
    '/tmp/out.yaml',
    'a/../../out.yaml',
    'a\\b.yaml',
    '',
  ])('refuses a file named %j', async name => {
    await expect(render({ [name]: 'x: 1' })).rejects.toMatchObject({
      reason: 'bad-file-name',
    });
  });

  it('ends a chart that takes too long', async () => {
    await expect(
      render(
        {
          'templates/a.yaml':
            '{{- range until 3000 }}{{- range until 3000 }}{{- range until 3000 }}{{- end }}{{- end }}{{- end }}\n',
        },
        { timeoutMs: 300 },
      ),
    ).rejects.toMatchObject({ reason: 'timeout' });
  });

  it('ends a chart that takes too much memory', async () => {
    const doubling =
      '{{- $x := "aaaaaaaaaaaaaaaa" }}{{- range until 40 }}{{- $x = printf "%s%s" $x $x }}{{- end }}\nb: {{ $x }}\n';
    const listing = '{{- range until 2000000000 }}{{- end }}\n';
    for (const template of [doubling, listing]) {
      const files = { 'templates/a.yaml': template };
      await expect(
        render(files, { maxMemoryBytes: 300 * 1024 * 1024 }),
      ).rejects.toMatchObject({ reason: 'out-of-memory' });
    }
  });

  // One slow answer of prlimit once took the bound of memory off all charts for as long as the process lived.
  it('bounds the memory although prlimit was slow to answer once', async () => {
    const bin = mkdtempSync(join(tmpdir(), 'gen3-test-bin-'));
    const script = (name: string, text: string) =>
      writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    script(
      'prlimit',
      `case "$1" in
--version) test -e ${bin}/asked || { touch ${bin}/asked; exec sleep 300; };;
*) echo limited >> ${bin}/log; echo 'a: 1';;
esac`,
    );
    script('helm', "echo 'a: 1'");
    const renderer = HelmRenderer.create({
      workingDirectory,
      timeoutMs: 1_500,
      environment: { PATH: `${bin}:${process.env.PATH}` },
    });
    const files = new Map([['Chart.yaml', CHART]]);
    await renderer.renderChart({ files, signal });
    await renderer.renderChart({ files, signal });
    expect(readFileSync(join(bin, 'log'), 'utf8')).toBe('limited\nlimited\n');
    rmSync(bin, { recursive: true });
  });

  // helm template fetches nothing of itself; a plugin or a later version of helm might.
  it('gives helm no way to the network, and nothing of the environment of the portal', async () => {
    const bin = mkdtempSync(join(tmpdir(), 'gen3-test-bin-'));
    writeFileSync(join(bin, 'helm'), '#!/bin/sh\nexec env\n', { mode: 0o755 });
    const text = await render(
      {},
      {
        environment: {
          PATH: `${bin}:${process.env.PATH}`,
          HTTPS_PROXY: 'http://proxy.example',
          NO_PROXY: '*',
          KUBECONFIG: '/home/csoc/.kube/config',
          GITHUB_TOKEN: 'geheim',
        },
      },
    );
    rmSync(bin, { recursive: true });
    const given = new Map(
      text
        .trim()
        .split('\n')
        .map(line => [line.replace(/=.*/, ''), line.replace(/^[^=]*=/, '')]),
    );
    // Nothing listens there, and no host is exempt.
    for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY']) {
      expect([name, given.get(name)]).toEqual([name, 'http://127.0.0.1:9']);
    }
    expect(given.get('NO_PROXY')).toBe('');
    for (const name of ['HOME', 'KUBECONFIG', 'HELM_PLUGINS']) {
      expect(given.get(name)).toContain(workingDirectory);
    }
    expect(text).not.toMatch(/geheim|csoc|proxy\.example/);
  });

  it('ends a chart that renders too much', async () => {
    await expect(
      render(
        {
          'templates/a.yaml':
            '{{ range until 5000 }}\nk{{ . }}: aaaaaaaaaa{{ end }}\n',
        },
        { maxOutputBytes: 1000 },
      ),
    ).rejects.toMatchObject({ reason: 'too-large' });
  });

  it('ends when it is aborted', async () => {
    const controller = new AbortController();
    const rendering = render(
      { 'templates/a.yaml': 'a: 1\n' },
      { abort: controller.signal },
    );
    controller.abort(new Error('enough'));
    await expect(rendering).rejects.toThrow('enough');
  });

  it('says that helm is missing', async () => {
    await expect(
      render({ 'templates/a.yaml': 'a: 1\n' }, { binary: 'no-such-helm' }),
    ).rejects.toThrow(/there is no program "no-such-helm" in PATH/);
  });

  it('renders a folder with value files, of which later ones win, for a version of Kubernetes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gen3-test-chart-'));
    mkdirSync(join(folder, 'templates/tests'), { recursive: true });
    const write = (path: string, text: string) =>
      writeFileSync(join(folder, path), text);
    write('Chart.yaml', CHART);
    write('values.yaml', 'a: 1\nb: 1\nc: 1\n');
    write(
      'templates/a.yaml',
      'is: {{ .Values.a }}{{ .Values.b }}{{ .Values.c }} {{ .Release.Name }} {{ .Release.Namespace }} {{ .Capabilities.KubeVersion.Version }}\n',
    );
    write(
      'templates/tests/t.yaml',
      'apiVersion: v1\nkind: Pod\nmetadata: {name: t, annotations: {helm.sh/hook: test}}\n',
    );
    const text = await HelmRenderer.create({ workingDirectory }).renderFolder({
      folder,
      values: ['b: 2\nc: 2', 'c: 3'],
      releaseName: 'heart',
      namespace: 'brain',
      kubeVersion: '1.29',
      signal,
    });
    expect(text).toContain('is: 123 heart brain v1.29');
    expect(text).not.toContain('kind: Pod');
    expect(readdirSync(folder).sort()).toEqual([
      'Chart.yaml',
      'templates',
      'values.yaml',
    ]);
    rmSync(folder, { recursive: true });
  });
});
