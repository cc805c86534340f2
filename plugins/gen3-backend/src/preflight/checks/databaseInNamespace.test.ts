import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { databaseInNamespace } from './databaseInNamespace';

describe('database-in-namespace', () => {
  it('is an error where data must be kept', () => {
    const values = 'global: { hostname: heart.example.org, dev: true }';
    const { findings } = checkValues(databaseInNamespace, values, {
      tier: 'production',
    });
    expect(findings).toMatchObject([
      { severity: 'error', where: { key: 'global.dev' } },
    ]);
  });

  // The chart has it on: a values file that says nothing loses data, too.
  it('finds the default of the chart', () => {
    const values = 'global: { hostname: dev.heart.example.org }';
    expect(checkValues(databaseInNamespace, values).findings).toMatchObject([
      { severity: 'warning' },
    ]);
  });

  it('shows next to the answer that decides it', () => {
    expect(
      checkAnswers(databaseInNamespace, { database: 'development' }).findings,
    ).toMatchObject([{ where: { field: 'database', key: 'global.dev' } }]);
  });

  it('is content with a managed database', () => {
    const values = 'global: { hostname: heart.example.org, dev: false }';
    expect(checkValues(databaseInNamespace, values).outcome).toBe('passed');
  });
});
