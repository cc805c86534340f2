import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
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
      /^helm says "small\/templates\/a.yaml:1:.*nil pointer/,
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
});
