import { ConfigReader } from '@backstage/config';
import { readHealthConfig } from './readHealthConfig';

const read = (health: object) =>
  readHealthConfig(new ConfigReader({ gen3: { health: { ...health } } }));

describe('readHealthConfig', () => {
  it('has a default for everything', () => {
    expect(readHealthConfig(new ConfigReader({}))).toEqual({
      intervalMs: 60_000,
      confirmAfterMs: 10_000,
      checkTimeoutMs: 10_000,
      checkGuardMs: 20_000,
      roundTimeoutMs: 54_000,
      leaseMs: 64_000,
      maxConcurrentCommons: 100,
      hysteresis: { failuresToDown: 3, successesToUp: 2 },
      certificateWarningDays: 21,
      fleetSyncMs: 15_000,
      transitionRetentionDays: 730,
      maxTransitionsPerSubject: 1_000,
    });
  });

  it('fits deadlines to short intervals, and reads numbers from the environment', () => {
    expect(read({ intervalMs: '6000' })).toMatchObject({
      intervalMs: 6_000,
      checkTimeoutMs: 1_000,
      confirmAfterMs: 1_000,
      roundTimeoutMs: 5_400,
    });
    expect(read({ intervalMs: 15_000 }).confirmAfterMs).toBe(2_500);
    expect(read({ intervalMs: 3_000 }).confirmAfterMs).toBe(1_000);
    expect(read({ intervalMs: 3_600_000 }).confirmAfterMs).toBe(10_000);
    expect(read({ confirmAfterMs: 20_000 }).confirmAfterMs).toBe(20_000);
  });

  it.each([
    [
      { intervalMs: 'soon' },
      /^gen3\.health\.intervalMs: "soon" is not accepted/,
    ],
    [
      { failuresToDown: 0 },
      /^gen3\.health\.failuresToDown: 0 is not accepted: .*>=1/,
    ],
    [
      { interval: 5 },
      /^gen3\.health\.interval: unknown key; known are intervalMs/,
    ],
    [
      { intervalMs: 10_000, checkTimeoutMs: 8_000 },
      /^gen3\.health\.checkTimeoutMs: 8000 is more than half of .*use at most 5000/,
    ],
  ])('refuses %j', (health, message) => {
    expect(() => read(health)).toThrow(message);
  });
});
