import { targetOf } from './targetOf';

const ask = (baseUrl: string | undefined, path = '/user/_status?a=b') =>
  targetOf({ hostname: 'heart.example', baseUrl, path, operation: 'GET /' });

describe('targetOf', () => {
  it.each([
    [undefined, 'heart.example', 443, 'https://heart.example/user/_status'],
    [
      'https://other.example:8443/',
      'other.example',
      8443,
      'https://other.example:8443/user/_status',
    ],
    [
      'https://heart.example/gen3',
      'heart.example',
      443,
      'https://heart.example/gen3/user/_status',
    ],
    [
      'https://[2606:4700::1]',
      '2606:4700::1',
      443,
      'https://[2606:4700::1]/user/_status',
    ],
    // The number is 127.0.0.1 in disguise; the guard must see it plainly.
    ['https://2130706433', '127.0.0.1', 443, 'https://127.0.0.1/user/_status'],
  ])('reads base URL %s', (baseUrl, host, port, url) => {
    expect(ask(baseUrl)).toMatchObject({ host, port, url });
  });

  it('keeps a path with two slashes on the commons', () => {
    expect(ask(undefined, '//evil.example/x').url).toBe(
      'https://heart.example//evil.example/x',
    );
  });

  it.each([
    ['http://heart.example', 'its base URL has "http:" and must have "https:"'],
    ['https://user:word@heart.example', 'its base URL holds credentials'],
    ['https://heart.example/?a=b', 'its base URL has a query or fragment'],
    ['heart.example', 'its base URL cannot be read'],
  ])('refuses base URL %s', (baseUrl, message) => {
    expect(() => ask(baseUrl)).toThrow(message);
  });

  it('wants paths that start with a slash', () => {
    expect(() => ask(undefined, 'user')).toThrow('must start with "/"');
  });
});
