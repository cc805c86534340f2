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

  // It said "without a disk" of one that has one.
  it('warns of a disk that knows other passwords than the services, in every tier', () => {
    const values =
      'global: { dev: true }\npostgresql: { primary: { persistence: { enabled: true } } }';
    expect(
      checkValues(databaseInNamespace, values, { tier: 'production' }).findings,
    ).toMatchObject([
      {
        severity: 'warning',
        where: { key: 'postgresql.primary.persistence.enabled' },
        what: expect.stringContaining('on a disk'),
      },
    ]);
    expect(
      checkValues(
        databaseInNamespace,
        values.replace('dev: true', 'dev: false'),
      ).outcome,
    ).toBe('passed');
  });

  it('is content with a managed database', () => {
    const values = 'global: { hostname: heart.example.org, dev: false }';
    expect(checkValues(databaseInNamespace, values).outcome).toBe('passed');
  });
});
