import { HelmRenderer } from '@gen3-csoc/backstage-plugin-gen3-node';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InMemoryRepository } from '../__testUtils__/InMemoryRepository';
import { TemplateRenderer } from './TemplateRenderer';

// These tests start programs, which may take a while on a busy machine.
jest.setTimeout(60_000);

const signal = new AbortController().signal;

describe('TemplateRenderer', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gen3-test-renderer-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** A helm that notes what it is asked for, and never ends on a chart with a file `endless.yaml`. */
  function createHelm() {
    const binary = join(folder, 'helm');
    const log = join(folder, 'log');
    writeFileSync(log, '');
    writeFileSync(
      binary,
      `#!/bin/sh
for chart; do :; done
grep name "$chart/Chart.yaml" >> ${log}
test -e "$chart/endless.yaml" && exec sleep 300
echo "rendered: true"
`,
      { mode: 0o755 },
    );
    const helm = HelmRenderer.create({
      binary,
      timeoutMs: 1_500,
      workingDirectory: folder,
    });
    return { helm, rendered: () => readFileSync(log, 'utf8').split('\n') };
  }

  /** Charts by name: whether each is endless. */
  async function render(
    renderer: TemplateRenderer,
    charts: Record<string, boolean>,
  ) {
    const files = Object.keys(charts).map(name => ({
      path: `${name}/templates/app.yaml`,
      text: '{{ 1 }}',
      templateOf: name,
    }));
    const repository = new InMemoryRepository({
      main: Object.fromEntries(
        files.flatMap(({ path, text, templateOf }) => [
          [path, text],
          [`${templateOf}/Chart.yaml`, `name: ${templateOf}`],
          ...(charts[templateOf] ? [[`${templateOf}/endless.yaml`, '']] : []),
        ]),
      ),
    });
    const snapshot = await repository.open({});
    if (snapshot === 'unchanged') throw new Error('Nothing was known before');
    const found = await renderer.render({ files, snapshot, signal });
    return Object.fromEntries(
      [...found].map(([path, each]) => [
        path.split('/')[0],
        each.ok ? each.text : { passing: each.passing, ...each.complaint },
      ]),
    );
  }

  it('renders a chart again only when it changed', async () => {
    const { helm, rendered } = createHelm();
    const renderer = TemplateRenderer.create({ helm });
    const expected = { a: 'rendered: true\n' };
    await expect(render(renderer, { a: false })).resolves.toEqual(expected);
    await expect(render(renderer, { a: false })).resolves.toEqual(expected);
    expect(rendered()).toEqual(['name: a', '']);
  });

  // One endless template was once rendered for 20 s on every run, for ever.
  it('tries a chart that takes too long a second time, and then no more', async () => {
    const { helm, rendered } = createHelm();
    const renderer = TemplateRenderer.create({ helm });
    for (const passing of [true, false, false]) {
      await expect(render(renderer, { a: true })).resolves.toMatchObject({
        a: { passing, code: 'chart-not-rendered' },
      });
    }
    expect(rendered()).toEqual(['name: a', 'name: a', '']);
    await expect(render(renderer, { a: false })).resolves.toEqual({
      a: 'rendered: true\n',
    });
  });

  // Sixty endless templates once took more time than a run of a source has, so that no run ever ended.
  it('keeps within its time, and goes on where it left off', async () => {
    const { helm, rendered } = createHelm();
    const times = [0, 0, 0, 2_000];
    const renderer = TemplateRenderer.create({
      helm,
      budgetMs: 1_000,
      now: () => times.shift() ?? 0,
    });
    const charts = { a: true, b: true, c: false };
    await expect(render(renderer, charts)).resolves.toMatchObject({
      a: { passing: true },
      b: { passing: true },
      c: {
        passing: true,
        message:
          'The chart "c" was not rendered yet: the charts of this repository take more than 1 s together',
      },
    });
    expect(rendered()).not.toContain('name: c');
    times.push(0, 0, 2_000, 2_000);
    await expect(render(renderer, charts)).resolves.toMatchObject({
      c: 'rendered: true\n',
    });
  });
});
