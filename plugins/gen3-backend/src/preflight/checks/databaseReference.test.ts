import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { databaseReference } from './databaseReference';

const HOST = 'global.postgres.master.host';
const MASTER = 'global.postgres.externalSecret';
/** Only fence and indexd have databases. */
const FEW =
  'arborist: { enabled: false }, audit: { enabled: false }, metadata: { enabled: false }, peregrine: { enabled: false }, sheepdog: { enabled: false }, wts: { enabled: false }';

const keysFound = (values: string) =>
  checkValues(databaseReference, values).findings.map(({ where }) => where.key);

describe('database-reference', () => {
  // Each was rendered with the chart: what has the host's key does not render.
  it.each([
    ['nothing', '{ dev: false }', [HOST, MASTER]],
    [
      'a master for secrets that Helm makes',
      '{ dev: false, postgres: { externalSecret: pg } }',
      [HOST],
    ],
    [
      'a master for secrets that are pushed',
      '{ dev: false, postgres: { externalSecret: pg }, externalSecrets: { deploy: true, pushSecret: true } }',
      [HOST],
    ],
    [
      'a master for secrets that are local',
      '{ dev: false, postgres: { externalSecret: pg }, externalSecrets: { deploy: true, createLocalK8sSecret: true } }',
      [HOST],
    ],
    [
      'credentials without a master',
      '{ dev: false, externalSecrets: { deploy: true } }',
      [MASTER],
    ],
    [
      'a host without a password',
      '{ dev: false, postgres: { master: { host: db.example.org } } }',
      [MASTER],
    ],
  ])('finds %s', (_, global, keys) => {
    expect(keysFound(`global: ${global}`)).toEqual(keys);
  });

  it.each([
    [
      'a master and credentials',
      '{ dev: false, postgres: { externalSecret: pg }, externalSecrets: { deploy: true } }',
    ],
    [
      'databases that are there',
      '{ dev: false, postgres: { dbCreate: false }, externalSecrets: { deploy: true } }',
    ],
    [
      'a host and a master',
      '{ dev: false, postgres: { externalSecret: pg, master: { host: db.example.org } } }',
    ],
  ])('is content with %s', (_, global) => {
    expect(checkValues(databaseReference, `global: ${global}`).outcome).toBe(
      'passed',
    );
  });

  it('names the services, also when only one is without', () => {
    const values = `{ global: { dev: false, postgres: { dbCreate: false } }, ${FEW}, indexd: { postgres: { host: db.example.org } } }`;
    expect(checkValues(databaseReference, values).findings).toMatchObject([
      {
        severity: 'error',
        what: 'There is no host of the database of fence',
      },
    ]);
  });

  it('does not ask about a database in the namespace', () => {
    expect(checkValues(databaseReference, '{}').outcome).toBe('not-applicable');
  });

  it('shows next to the answer', () => {
    const answers = { tier: 'production', database: 'managed' } as const;
    expect(checkAnswers(databaseReference, answers).findings).toMatchObject([
      { where: { field: 'databaseSecret', key: MASTER } },
    ]);
    const { outcome } = checkAnswers(databaseReference, {
      ...answers,
      databaseSecret: 'brain-aurora-master-password',
    });
    expect(outcome).toBe('passed');
  });
});
