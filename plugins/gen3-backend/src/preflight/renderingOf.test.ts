import {
  createServiceRegistry,
  launchAnswersSchema,
  planLaunch,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { buildValuesFile } from '../launch/buildValuesFile';
import { FOUR_ANSWERS } from './__testUtils__/runCheck';
import { renderingOf } from './renderingOf';

const registry = createServiceRegistry();
const values = { global: { dev: false } };

describe('renderingOf', () => {
  it('renders a launch as its files would', () => {
    const answers = launchAnswersSchema.parse(FOUR_ANSWERS);
    const plan = planLaunch(answers, { registry, layout: 'plain' });
    expect(
      renderingOf({ plan, values: plan.values, namespace: 'other' }, registry),
    ).toEqual({
      values: buildValuesFile(plan, registry),
      releaseName: plan.releaseName,
      namespace: plan.namespace,
    });
  });

  it.each([
    ['values of nowhere', {}, 'gen3', 'default'],
    ['values of a namespace', { namespace: 'heart' }, 'gen3', 'heart'],
    [
      'a commons that there is as its Application does',
      {
        deployed: {
          chart: { repoUrl: 'x', path: 'gen3', revision: 'main' },
          releaseName: 'heart',
          namespace: 'heart-helm',
        },
      },
      'heart',
      'heart-helm',
    ],
  ])('renders %s', (_, given, releaseName, namespace) => {
    expect(
      renderingOf(
        { plan: undefined, values, namespace: undefined, ...given },
        registry,
      ),
    ).toEqual({
      values: '---\nglobal:\n  dev: false\n',
      releaseName,
      namespace,
    });
  });

  // Helm took "on" for true, so the chart could not compare it with "on".
  it('renders texts that helm takes for texts', () => {
    const maintained = { global: { maintenanceMode: 'on' } };
    expect(
      renderingOf(
        { plan: undefined, values: maintained, namespace: undefined },
        registry,
      ).values,
    ).toContain("maintenanceMode: 'on'");
  });
});
