import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { pdbReplicas } from './pdbReplicas';

/** All services that are on, with two replicas each. */
const REDUNDANT = createServiceRegistry()
  .enabledByDefault()
  .map(({ name }) => `${name}: { replicaCount: 2 }`)
  .join('\n');

describe('pdb-replicas', () => {
  it('names the services that get no budget', () => {
    const values = `global: { dev: false, pdb: true }\n${REDUNDANT}\n`;
    const fewer = values.replace('fence: { replicaCount: 2 }', 'fence: {}');
    expect(checkValues(pdbReplicas, fewer).findings).toMatchObject([
      {
        severity: 'info',
        what: expect.stringMatching(
          /1 of \d+ services have one replica: fence$/,
        ),
        where: { key: 'global.pdb' },
      },
    ]);
  });

  it('takes replicas that the chart has by default', () => {
    const values = 'global: { dev: false, pdb: true }';
    const chart = {
      known: true,
      value: { revision: 'x', defaults: { fence: { replicaCount: 3 } } },
    } as const;
    const [{ what }] = checkValues(pdbReplicas, values, {
      facts: { chart },
    }).findings;
    expect(what).toContain('revproxy');
    expect(what).not.toContain('fence');
  });

  it('warns of nodes that cannot be emptied', () => {
    const values = `global: { dev: true, pdb: true }\n${REDUNDANT}`;
    expect(checkValues(pdbReplicas, values).findings).toMatchObject([
      { severity: 'warning', fix: expect.stringContaining('global.pdb') },
    ]);
  });

  it('is content when every service has two replicas', () => {
    const values = `global: { dev: false, pdb: true }\n${REDUNDANT}`;
    expect(checkValues(pdbReplicas, values).outcome).toBe('passed');
  });

  it('does not ask a commons without budgets', () => {
    expect(checkAnswers(pdbReplicas, {}).outcome).toBe('not-applicable');
  });
});
