import { DISCOVERED_MS } from './locators';
import { expect, test } from './test';

test('Ctrl-C leaves nothing behind, and a restart knows the whole fleet at once', async ({
  portal,
}) => {
  await expect
    .poll(() => portal.hostnames(), { timeout: DISCOVERED_MS })
    .toContain('heart.example.org');
  const before = await portal.hostnames();

  expect(await portal.interrupt()).toEqual({
    exitCode: 0,
    leftovers: [],
    takenPorts: [],
  });
  await portal.startAgain();

  expect(await portal.hostnames()).toEqual(before);
});
