import { preflightFinding } from '../../__testUtils__/preflightFixtures';
import {
  acceptedOf,
  sharersOf,
  withAcceptedOf,
  withReasonForAll,
} from './acceptedOf';

const warning = preflightFinding({ severity: 'warning' });
const heart = { hostname: 'heart.example', id: 'a', reason: 'Fine' };
const lung = { hostname: 'lung.example', id: 'a', reason: 'Moves' };

describe('reasons for several commons', () => {
  it('are told apart by hostname', () => {
    expect(acceptedOf([heart, lung], 'lung.example')).toEqual([
      { id: 'a', reason: 'Moves' },
    ]);
    expect(
      withAcceptedOf([heart, lung], 'lung.example', [{ id: 'b', reason: 'c' }]),
    ).toEqual([heart, { hostname: 'lung.example', id: 'b', reason: 'c' }]);
  });

  it('may be one for all that have the same warning about the same value', () => {
    const found = [
      { hostname: 'heart.example', findings: [warning] },
      { hostname: 'lung.example', findings: [warning] },
      {
        hostname: 'hub.example',
        findings: [{ ...warning, where: { key: 'fence.image.tag' } }],
      },
      {
        hostname: 'liver.example',
        findings: [preflightFinding({ severity: 'error' })],
      },
    ];
    const sharers = sharersOf(found, warning);
    expect(sharers.map(({ hostname }) => hostname)).toEqual([
      'heart.example',
      'lung.example',
    ]);
    const where = 'hostname';
    const { id } = warning;
    expect(
      withReasonForAll({ accept: [lung], sharers, warning, reason: 'Planned' }),
    ).toEqual([
      { hostname: 'heart.example', id, where, reason: 'Planned' },
      lung,
      { hostname: 'lung.example', id, where, reason: 'Planned' },
    ]);
  });
});
