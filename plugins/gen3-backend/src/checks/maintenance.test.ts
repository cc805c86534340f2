import { judgeFrontPage } from './maintenance';

describe('the front page tells of maintenance', () => {
  const PAGE = '/dashboard/Public/maintenance-page/index.html';

  // A firewall's 403 and a gateway's 500 once counted as "is off", and ended a maintenance that went on.
  it.each<[number, string | undefined, string]>([
    [302, PAGE, 'degraded maintenance'],
    [200, undefined, 'up ok'],
    [302, '/login', 'up ok'],
    [404, undefined, 'up ok'],
    [401, undefined, 'unknown blocked'],
    [403, undefined, 'unknown blocked'],
    [429, undefined, 'unknown blocked'],
    [500, undefined, 'unknown http-status'],
    [503, undefined, 'unknown http-status'],
  ])('by answering %d (location %s): %s', (status, location, expected) => {
    const { outcome, cause } = judgeFrontPage({ status, location });
    expect(`${outcome} ${cause}`).toBe(expected);
  });
});
