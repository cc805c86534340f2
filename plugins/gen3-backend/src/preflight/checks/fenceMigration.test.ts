import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { fenceMigration } from './fenceMigration';

const OFF = '{ ENABLE_DB_MIGRATION: false }';
const EXTERNAL = 'global: { externalSecrets: { deploy: true } }\n';

describe('fence-migration', () => {
  it('finds it switched off', () => {
    const values = `fence: { FENCE_CONFIG: ${OFF} }`;
    expect(checkValues(fenceMigration, values).findings).toMatchObject([
      {
        severity: 'warning',
        where: { key: 'fence.FENCE_CONFIG.ENABLE_DB_MIGRATION' },
      },
    ]);
  });

  it('finds it switched off in the public part, where the rest is a secret', () => {
    const values = `${EXTERNAL}fence: { FENCE_CONFIG_PUBLIC: ${OFF} }`;
    expect(checkValues(fenceMigration, values).findings).toMatchObject([
      { where: { key: 'fence.FENCE_CONFIG_PUBLIC.ENABLE_DB_MIGRATION' } },
    ]);
  });

  it.each([
    ['the default of the chart', '{}'],
    ['true', 'fence: { FENCE_CONFIG: { ENABLE_DB_MIGRATION: true } }'],
    // The pod looks for the word without quotes.
    ['a text', 'fence: { FENCE_CONFIG: { ENABLE_DB_MIGRATION: "false" } }'],
    // The chart's own `true` overrules it.
    ['a public part that counts not', `fence: { FENCE_CONFIG_PUBLIC: ${OFF} }`],
    ['what nothing reads', `${EXTERNAL}fence: { FENCE_CONFIG: ${OFF} }`],
  ])('is content with %s', (_, values) => {
    expect(checkValues(fenceMigration, values).outcome).toBe('passed');
  });

  it('does not ask a commons without fence', () => {
    const values = `fence: { enabled: false, FENCE_CONFIG: ${OFF} }`;
    expect(checkValues(fenceMigration, values).outcome).toBe('not-applicable');
  });

  it('is content with what the wizard plans', () => {
    expect(checkAnswers(fenceMigration, {}).outcome).toBe('passed');
  });
});
