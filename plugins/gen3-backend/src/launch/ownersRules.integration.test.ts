import {
  GITOPS_LAYOUTS,
  type LaunchAnswersInput,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { planOf, registry, target } from './__testUtils__/launchPlans';
import { buildLaunchFiles, launchFolderOf } from './buildLaunchFiles';

jest.setTimeout(60_000);

const canLint = spawnSync('yamllint', ['--version']).status === 0;
// On a person's machine the linter may be missing; where everything is tested it may not.
const itLints = canLint || process.env.CI ? it : it.skip;

const LONG = 'which is as long as a title can be, a hundred or so, yes';

/** A clone has texts of others, which are longer than a line. */
const CLONED = {
  global: { maintenanceMode: 'off' },
  fence: {
    FENCE_CONFIG: {
      LOGIN_OPTIONS: [{ name: `Log in, ${LONG}`, idp: 'google' }],
    },
    USER_YAML: `authz:\n  policies:\n  - id: a  \n    description: >-\n      ${LONG} ${LONG}\n`,
  },
  metadata: {
    useAggMds: true,
    aggMdsConfig: `{\n  "gen3_commons": { "note": "${LONG} ${LONG}" }\n}\n`,
  },
};

const PLANS: [name: string, more: Partial<LaunchAnswersInput>][] = [
  ['all answers', {}],
  ['a long title', { title: `A title of a commons, ${LONG}, {{ and more }}` }],
  [
    'the texts of another commons',
    {
      mode: 'clone',
      cloneOf: 'heart.example.org',
      cloned: { values: CLONED, leftOut: [], secrets: [], elsewhere: [] },
    },
  ],
];

describe.each(
  GITOPS_LAYOUTS.flatMap(layout =>
    PLANS.map(([name, more]) => ({ layout, name, more })),
  ),
)(
  'the repository of a launch in the layout $layout with $name',
  ({ layout, more }) => {
    const plan = planOf('production', { layout, ...more });
    let root: string;
    let folder: string;

    beforeAll(() => {
      root = mkdtempSync(join(tmpdir(), 'gen3-test-launch-'));
      folder = join(root, launchFolderOf(plan));
      for (const { path, content } of buildLaunchFiles({
        plan,
        target,
        registry,
      })) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), content);
      }
    });

    afterAll(() => rmSync(root, { recursive: true }));

    itLints('passes yamllint without a warning', () => {
      // Throws with what the linter says.
      execFileSync('yamllint', ['--strict', root], { encoding: 'utf8' });
    });

    // gen3-gitops:.github/workflows/helm-validation.yaml
    it('has a chart that helm lints and renders, or none', () => {
      const charts = existsSync(join(folder, 'Chart.yaml')) ? [folder] : [];
      const rendered = charts.map(chart => {
        execFileSync('helm', ['lint', chart], { stdio: 'pipe' });
        return execFileSync('helm', ['template', chart], { encoding: 'utf8' });
      });
      const applications = rendered.map(
        text => text.match(/kind: Application$/gm)?.length,
      );
      expect(applications).toEqual(charts.map(() => 1));
    });

    // gen3-gitops:.github/workflows/helm-validation.yaml, "Validate app.yaml References to Values Files"
    it('names every file of values/ in its Application', () => {
      const values = join(folder, 'values');
      const files = existsSync(values) ? readdirSync(values) : [];
      const app = join(folder, 'templates', 'app.yaml');
      const text = existsSync(app) ? readFileSync(app, 'utf8') : '';
      expect(files.filter(file => !text.includes(file))).toEqual([]);
    });
  },
);
