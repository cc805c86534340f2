import {
  GITOPS_LAYOUTS,
  readGen3Values,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { join } from 'node:path';
import { parse } from 'yaml';
import { goldenTree } from './__testUtils__/goldenTree';
import { planOf, registry, target } from './__testUtils__/launchPlans';
import { buildLaunchFiles, launchFolderOf } from './buildLaunchFiles';

describe('buildLaunchFiles', () => {
  describe.each(GITOPS_LAYOUTS)('in the layout %s', layout => {
    it.each(['development', 'production'] as const)(
      'writes a %s commons as the golden tree has it',
      which => {
        const plan = planOf(which, { layout });
        const files = buildLaunchFiles({ plan, target, registry });
        const golden = join(__dirname, '__golden__', layout, which);
        expect(files).toEqual(goldenTree(golden, files));
      },
    );

    it('keeps to the folder of the commons', () => {
      const plan = planOf('production', { layout });
      const outside = buildLaunchFiles({ plan, target, registry }).filter(
        ({ path }) => !path.startsWith(`${launchFolderOf(plan)}/`),
      );
      expect(outside).toEqual([]);
    });

    it('writes values that say what was planned', () => {
      const plan = planOf('production', { layout });
      const files = buildLaunchFiles({ plan, target, registry });
      const values = files
        .map(({ content }) => parse(content))
        .find(each => each?.global?.hostname);
      const declared = readGen3Values(values, registry);
      expect(declared.findings).toEqual([]);
      expect(declared.services.map(({ name }) => name)).toEqual(
        plan.services.map(({ name }) => name),
      );
    });
  });

  it.each(GITOPS_LAYOUTS)(
    'keeps the credentials of the portal out of the files in the layout %s',
    layout => {
      const written = (host: string) =>
        buildLaunchFiles({
          plan: planOf('development', { layout }),
          target: {
            ...target,
            repoUrl: `https://${host}/gitops`,
            chart: {
              repoUrl: `https://${host}/gen3-helm`,
              path: 'helm/gen3',
              revision: 'main',
            },
          },
          registry,
        });
      expect(written('bot:t0ken@git.example.org')).toEqual(
        written('git.example.org'),
      );
    },
  );

  it('deploys a folder of a git repository when the chart is one', () => {
    const files = buildLaunchFiles({
      plan: planOf('development', { chartRevision: 'feat/canary' }),
      target: {
        ...target,
        chart: {
          repoUrl: 'https://github.com/uc-cdis/gen3-helm',
          path: 'helm/gen3',
          revision: 'master',
        },
      },
      registry,
    });
    const application = parse(
      files.find(({ path }) => path.endsWith('app.yaml'))?.content ?? '',
    );
    expect(application.spec.sources[0]).toMatchObject({
      repoURL: 'https://github.com/uc-cdis/gen3-helm',
      path: 'helm/gen3',
      targetRevision: 'feat/canary',
    });
  });
});
