import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { planOf, registry, target } from './__testUtils__/launchPlans';
import { buildLaunchFiles, launchFolderOf } from './buildLaunchFiles';

jest.setTimeout(60_000);

describe.each(['gen3-gitops', 'biocommons'] as const)(
  'the templates of the layout %s',
  layout => {
    let root: string;

    beforeEach(() => {
      root = mkdtempSync(join(tmpdir(), 'gen3-test-template-'));
    });

    afterEach(() => rmSync(root, { recursive: true }));

    // The Application is rendered by Helm, so such a title broke the chart, or ran in it.
    it.each([
      'Heart {{ commons',
      'Heart {{ .Release.Name }}',
      '{{ fail "x" }}',
      `{{{{ "a' \\ {{/* b */}}`,
      `Heart {{- ${'of a long title '.repeat(4)}{{`,
    ])('render to the title %s', title => {
      const plan = planOf('production', {
        layout,
        title,
        chartRevision: '{{ .Release.Name }}',
      });
      for (const { path, content } of buildLaunchFiles({
        plan,
        target,
        registry,
      })) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), content);
      }
      const rendered = execFileSync(
        'helm',
        ['template', join(root, launchFolderOf(plan))],
        { encoding: 'utf8' },
      );
      const application = parseAllDocuments(rendered)
        .map(document => document.toJS())
        .find(({ kind }) => kind === 'Application');
      expect(application.metadata.annotations['gen3.org/title']).toBe(title);
      expect(application.spec.sources[0].targetRevision).toBe(
        '{{ .Release.Name }}',
      );
    });
  },
);
