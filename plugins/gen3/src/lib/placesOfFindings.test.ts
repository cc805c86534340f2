import { preflightFinding } from '../__testUtils__/preflightFixtures';
import { placesOfFindings } from './placesOfFindings';

const findings = [
  preflightFinding(),
  preflightFinding({ id: 'hostname-syntax' }),
  // The answer, because that is what somebody can go to.
  preflightFinding({ where: { field: 'cluster', key: 'global.cluster' } }),
  preflightFinding({ where: { key: 'fence.image.tag' } }),
  preflightFinding({ where: {} }),
  preflightFinding({ severity: 'warning', where: { field: 'release' } }),
];

describe('placesOfFindings', () => {
  it('counts the findings of a severity, and has each place once', () => {
    expect(
      placesOfFindings({ findings, severity: 'error', missing: [] }),
    ).toEqual({ count: 5, places: ['hostname', 'cluster', 'fence.image.tag'] });
    expect(
      placesOfFindings({ findings, severity: 'warning', missing: [] }),
    ).toEqual({ count: 1, places: ['release'] });
  });

  it('leaves out what is about an answer that nobody has come to yet', () => {
    expect(
      placesOfFindings({ findings, severity: 'error', missing: ['cluster'] }),
    ).toEqual({ count: 4, places: ['hostname', 'fence.image.tag'] });
  });
});
