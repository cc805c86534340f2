import { parseHostname } from './parseHostname';

describe('parseHostname', () => {
  it.each([
    'heart.example',
    'gen3.biodatacatalyst.nhlbi.nih.gov',
    'nci-crdc-staging.datacommons.io',
    'm3aicommons.org',
    `${'a'.repeat(63)}.example`,
  ])('takes %s', hostname => {
    expect(parseHostname(hostname)).toEqual({ ok: true, hostname });
  });

  it.each<[unknown, string]>([
    [undefined, 'is missing: set it to a name such as'],
    [null, 'is missing'],
    [42, 'is of type number'],
    [['a.example'], 'is of type list'],
    ['', 'is empty'],
    ['https://heart.example', 'is a URL: leave out the scheme'],
    ['heart.example/user', 'contains a path'],
    ['heart.example:8443', 'contains a port'],
    ['me@heart.example', 'contains "@"'],
    ['heart .example', 'contains white space'],
    ['Heart.Example', 'has upper-case letters'],
    ['localhost', 'has no dot'],
    ['10.0.0.1', 'is an IP address'],
    ['heart..example', 'has an empty part'],
    ['heart.example.', 'has an empty part'],
    ['-heart.example', 'has the part "-heart"'],
    ['he_art.example', 'has the part "he_art"'],
    [`${'a'.repeat(64)}.example`, 'has the part'],
    [`${'a.'.repeat(130)}example`, 'is longer than 253'],
    ['{{ .Values.hostname }}', 'contains white space'],
  ])('refuses %p and says why', (value, message) => {
    const parsed = parseHostname(value);
    expect(parsed).toMatchObject({
      ok: false,
      message: expect.stringContaining(message),
    });
  });

  it('shows only the start of a long value', () => {
    const parsed = parseHostname('x'.repeat(10_000));
    expect(parsed.ok ? '' : parsed.message.length).toBeLessThan(200);
  });
});
