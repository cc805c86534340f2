import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { servicesKnown } from './servicesKnown';

describe('services-known', () => {
  it.each([
    ['services', { services: ['indexd', 'nosuchservice'] }],
    ['withoutServices', { withoutServices: ['nosuchservice'] }],
    ['imageTags', { imageTags: { nosuchservice: '1.0.0' } }],
  ])('refuses a name among %s that nobody knows', (field, answers) => {
    expect(checkAnswers(servicesKnown, answers).findings).toMatchObject([
      {
        severity: 'error',
        where: { field },
        what: expect.stringContaining('"nosuchservice"'),
      },
    ]);
  });

  it('says which one was meant', () => {
    const { findings } = checkAnswers(servicesKnown, { services: ['fense'] });
    expect(findings).toMatchObject([{ fix: 'Did you mean "fence"?' }]);
  });

  it('is content with services of the list', () => {
    const { outcome } = checkAnswers(servicesKnown, {
      services: ['guppy'],
      imageTags: { fence: '13.3.0' },
    });
    expect(outcome).toBe('passed');
  });

  it('does not ask about a values file, whose unknown keys are found by the chart', () => {
    const { outcome } = checkValues(servicesKnown, '{}');
    expect(outcome).toBe('not-applicable');
  });
});
