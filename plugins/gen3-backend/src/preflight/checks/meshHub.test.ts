import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import type { PreflightFacts } from '../facts/types';
import { meshHub } from './meshHub';

const facts: Partial<PreflightFacts> = {
  members: { known: true, value: ['hub.example.org'] },
};

describe('mesh-hub', () => {
  it('tells what is to be done in the hub', () => {
    const { findings } = checkAnswers(
      meshHub,
      { meshHub: 'hub.example.org' },
      { facts },
    );
    expect(findings).toMatchObject([
      {
        severity: 'info',
        where: { field: 'meshHub' },
        fix: expect.stringContaining(
          'add dev.brain.example.org to metadata.aggMdsConfig of hub.example.org',
        ),
      },
    ]);
  });

  it.each([
    ['nobody knows', 'other.example.org'],
    ['is no hostname', 'https://hub.example.org'],
    ['is the commons itself', 'dev.brain.example.org'],
  ])('refuses a hub that %s', (_, hub) => {
    expect(
      checkAnswers(meshHub, { meshHub: hub }, { facts }).findings,
    ).toMatchObject([{ severity: 'error', where: { field: 'meshHub' } }]);
  });

  it('warns of a member without metadata', () => {
    const { findings } = checkAnswers(
      meshHub,
      { meshHub: 'hub.example.org', withoutServices: ['metadata'] },
      { facts },
    );
    expect(findings).toMatchObject([
      { severity: 'warning', where: { key: 'metadata.enabled' } },
      { severity: 'info' },
    ]);
  });

  it('says so when the catalog could not be asked', () => {
    expect(checkAnswers(meshHub, { meshHub: 'hub.example.org' })).toMatchObject(
      {
        outcome: 'not-run',
        reason: expect.stringContaining('not asked in this test'),
      },
    );
  });

  it('does not ask a commons that joins no mesh', () => {
    expect(checkAnswers(meshHub, {}).outcome).toBe('not-applicable');
    expect(checkValues(meshHub, '{}').outcome).toBe('not-applicable');
  });
});
