import { commonsInGit } from './__testUtils__/commonsInGit';
import { isInMaintenance, planMaintenance } from './planMaintenance';

const ON = "global: { maintenanceMode: 'on' }\n";

const plan = (values: string, mode: 'on' | 'off') =>
  planMaintenance(
    { hostname: 'heart.example.org', mode },
    commonsInGit(values),
  );

describe('planMaintenance', () => {
  it.each([
    ['', 'on', 'Put heart.example.org into maintenance mode'],
    [ON, 'off', 'End maintenance mode of heart.example.org'],
    // To revproxy a boolean is no "on".
    [
      'global: { maintenanceMode: true }\n',
      'on',
      'Put heart.example.org into maintenance mode',
    ],
  ] as const)('switches %j to %s', (values, mode, title) => {
    expect(plan(values, mode)).toMatchObject({
      title,
      settings: [{ path: ['global', 'maintenanceMode'], value: mode }],
    });
  });

  it.each([
    ['', 'off'],
    [ON, 'on'],
  ] as const)('refuses to switch %j to %s', (values, mode) => {
    expect(() => plan(values, mode)).toThrow(`is ${mode} already`);
  });

  it('knows who is in maintenance', () => {
    expect(isInMaintenance(commonsInGit(ON))).toBe(true);
    expect(isInMaintenance(commonsInGit(''))).toBe(false);
  });
});
