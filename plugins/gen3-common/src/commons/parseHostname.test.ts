import { parseHostname } from './parseHostname';

describe('parseHostname', () => {
  it.each([
    'heart.example',
    'gen3.biodatacatalyst.nhlbi.nih.gov',
    'nci-crdc-staging.datacommons.io',
    'm3aicommons.org',
    `${'a'.repeat(63)}.example`,
    'heart.xn--p1ai',
    '3.heart.example',
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
    // URLs take these for addresses.
    ['127.1', 'ends in ".1", which is no top-level domain'],
    ['0x7f.1', 'ends in ".1"'],
    ['1.2.3', 'ends in ".3"'],
    ['127.0x1', 'ends in ".0x1"'],
    // Folders have such names, and a folder's stands in for a hostname.
    ['2026.08', 'ends in ".08"'],
    ['gen3-0.3.90', 'ends in ".90"'],
    ['v1.2', 'ends in ".2"'],
    ['conf.d', 'ends in ".d"'],
    ['{{ .Values.hostname }}', 'contains white space'],
  ])('refuses %p and says why', (value, message) => {
    const parsed = parseHostname(value);
    expect(parsed).toMatchObject({
      ok: false,
      message: expect.stringContaining(message),
    });
  });

  it.each([
    'https://admin:s3cret@heart.example',
    'https://admin:s3@s3cret@heart.example/path',
    'admin:s3cret@heart.example:8443',
    'https://heart.example/?token=s3cret',
    'https://heart.example/user?next=me@home.example&token=s3cret',
  ])('does not quote what is secret in %s', value => {
    const parsed = parseHostname(value);
    const message = parsed.ok ? '' : parsed.message;
    expect(message).not.toContain('s3cret');
    expect(message).toMatch(/The hostname ".*(heart|home)\.example/);
  });

  it('shows only the start of a long value', () => {
    const parsed = parseHostname('x'.repeat(10_000));
    expect(parsed.ok ? '' : parsed.message.length).toBeLessThan(200);
  });
});
