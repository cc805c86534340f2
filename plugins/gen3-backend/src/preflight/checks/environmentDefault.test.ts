import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { environmentDefault } from './environmentDefault';

const environment = (name: string) => `global: { environment: ${name} }`;

describe('environment-default', () => {
  it.each([
    ['the chart has it', '{}'],
    ['it is written', environment('default')],
    ['it is empty', environment('""')],
  ])('is a warning when %s', (_, values) => {
    for (const tier of ['production', 'staging', 'qa'] as const) {
      const { findings } = checkValues(environmentDefault, values, { tier });
      expect(findings).toMatchObject([
        { severity: 'warning', where: { key: 'global.environment' } },
      ]);
    }
  });

  it('does not mind in development', () => {
    const tier = 'development';
    const { outcome } = checkValues(environmentDefault, '{}', { tier });
    expect(outcome).toBe('passed');
  });

  it('is content with a name', () => {
    const values = environment('brainprod');
    expect(checkValues(environmentDefault, values).outcome).toBe('passed');
  });

  it('shows next to the answer, which is the cluster when nobody gives it', () => {
    const tier = 'production';
    expect(
      checkAnswers(environmentDefault, { tier, environment: 'default' })
        .findings,
    ).toMatchObject([{ where: { field: 'environment' } }]);
    const { outcome } = checkAnswers(environmentDefault, { tier });
    expect(outcome).toBe('passed');
  });
});
