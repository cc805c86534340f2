import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { known, unknown } from '../facts/askFact';
import { chartRenders } from './chartRenders';

describe('chart-renders', () => {
  it('has nothing to say of values that render', () => {
    const facts = { rendering: known({ renders: true } as const) };
    expect(checkAnswers(chartRenders, {}, { facts }).outcome).toBe('passed');
  });

  it('says where helm gives up, and what to do', () => {
    const rendering = known({
      renders: false,
      how: 'helm refuses "templates/a.yaml", line 3: it looks into a value that is no map',
      fix: 'render the chart with "helm template"',
    } as const);
    expect(
      checkValues(chartRenders, '{}', { facts: { rendering } }).findings,
    ).toMatchObject([
      {
        severity: 'error',
        what: expect.stringContaining('"templates/a.yaml", line 3'),
        fix: expect.stringContaining('helm template'),
      },
    ]);
  });

  it('refuses a revision of the chart that is not there, at its answer', () => {
    const rendering = known({
      renders: false,
      noSuchRevision: true,
      how: 'it has no version 9',
      fix: 'Name one that it has',
    } as const);
    expect(
      checkAnswers(
        chartRenders,
        { chartRevision: '9' },
        { facts: { rendering } },
      ).findings,
    ).toMatchObject([
      {
        severity: 'error',
        where: { field: 'chartRevision' },
        what: 'There is no such revision of the chart: it has no version 9',
      },
    ]);
  });

  it('says why it was not run', () => {
    const rendering = unknown('there is no program "helm" in PATH');
    expect(
      checkAnswers(chartRenders, {}, { facts: { rendering } }),
    ).toMatchObject({ outcome: 'not-run', reason: rendering.why });
  });
});
