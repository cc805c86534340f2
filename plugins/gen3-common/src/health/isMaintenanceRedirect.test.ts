import { isMaintenanceRedirect } from './isMaintenanceRedirect';

describe('isMaintenanceRedirect', () => {
  const page = '/dashboard/Public/maintenance-page/index.html';
  it.each([
    ['a relative redirect', 302, page, true],
    ['an absolute one', 301, `https://heart.example${page}`, true],
    ['with a query', 307, `${page}?from=/`, true],
    ['to a log-in', 302, '/login', false],
    ['that only mentions the page', 302, `/login?next=${page}`, false],
    ['without a target', 302, undefined, false],
    ['that cannot be read', 302, 'https://[', false],
    ['a page that has such a header', 200, page, false],
  ])('knows a redirect: %s', (_label, status, location, expected) => {
    expect(isMaintenanceRedirect({ status, location })).toBe(expected);
  });
});
