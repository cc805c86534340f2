import { INTERVAL_MS, type Portal } from './portal';
import { expect } from './test';

/** Hostnames of the commons outside of a cluster that are up, since nothing tells whether the others are asked. */
export async function listCommonsOutside(
  cluster: string,
  portal: Portal,
): Promise<string[]> {
  const own = await portal.hostnamesIn(cluster);
  expect(own).not.toEqual([]);
  const statuses = await portal.statuses();
  const others = Object.keys(statuses).filter(
    hostname => statuses[hostname] === 'up' && !own.includes(hostname),
  );
  expect(others.length).toBeGreaterThan(5);
  return others;
}

/** Each commons has as many rounds as it always has, from now on. */
export async function expectRoundsInTime(
  hostnames: string[],
  portal: Portal,
): Promise<void> {
  await portal.forgetRequests();
  await expect
    .poll(
      async () => {
        const rounds = await portal.countRounds();
        return Math.min(...hostnames.map(name => rounds.get(name) ?? 0));
      },
      {
        message: 'each of the others has six rounds in eight intervals',
        timeout: 8 * INTERVAL_MS,
      },
    )
    .toBeGreaterThanOrEqual(6);
}
