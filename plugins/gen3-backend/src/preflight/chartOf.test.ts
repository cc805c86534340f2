import {
  createServiceRegistry,
  launchAnswersSchema,
  planLaunch,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { createTarget } from '../changes/__testUtils__/createTarget';
import { FOUR_ANSWERS } from './__testUtils__/runCheck';
import { chartOf } from './chartOf';

const configured = { repoUrl: '/srv/charts', path: 'gen3', revision: 'main' };
const target = createTarget();
const planOf = (chartRevision?: string) =>
  planLaunch(launchAnswersSchema.parse({ ...FOUR_ANSWERS, chartRevision }), {
    registry: createServiceRegistry(),
    layout: 'plain',
  });

describe('chartOf', () => {
  it('takes that of config for values of no source', () => {
    expect(
      chartOf({ plan: undefined }, { target: undefined, configured }),
    ).toEqual(configured);
  });

  it.each([
    ['that of its source', undefined, target.chart.revision],
    ['the revision that is asked for', '0.3.91', '0.3.91'],
  ])('takes %s for a launch', (_, asked, revision) => {
    expect(chartOf({ plan: planOf(asked) }, { target, configured })).toEqual({
      ...target.chart,
      revision,
    });
  });

  it('takes that of its Application for a commons that there is', () => {
    const chart = { ...target.chart, revision: '0.2.1' };
    const deployed = { chart, releaseName: 'heart', namespace: 'heart' };
    expect(
      chartOf({ plan: undefined, deployed }, { target: undefined, configured }),
    ).toBe(chart);
  });
});
