import fc from 'fast-check';
import { boundedClause } from './boundedClause';

describe('boundedClause', () => {
  it.each([
    ['plain words', 'pods is forbidden', 'pods is forbidden'],
    ['a stack trace', 'Error: x\n    at f (/app/x.js:1:2)', 'Error: x'],
    ['control characters', 'a\u0000\tb', 'a  b'],
    ['a URL', 'Get "https://10.0.0.1:6443/api?x=y": EOF', 'Get "<url>": EOF'],
    [
      'an address',
      'dial tcp 10.96.0.1:443: refused',
      'dial tcp <address>: refused',
    ],
    [
      'an address of IPv6',
      'dial tcp [fd00::1]:443: x',
      'dial tcp <address>: x',
    ],
    ['a version, which is no address', 'v1.20.3 of 1.2.3', 'v1.20.3 of 1.2.3'],
    [
      'a header',
      'Authorization: Bearer abc.def',
      'Authorization: Bearer <token>',
    ],
    ['a token', 'invalid eyJhbGciOi.eyJzdWIi.c2ln', 'invalid <token>'],
  ])('shows %s as it should be', (_label, text, shown) => {
    expect(boundedClause(text)).toBe(shown);
  });

  it('is never longer than 200 characters, nor more than a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), text => {
        const clause = boundedClause(text);
        expect(clause.length).toBeLessThanOrEqual(200);
        expect(clause).not.toMatch(/[\r\n]/);
      }),
    );
    expect(boundedClause('x'.repeat(300))).toBe(`${'x'.repeat(199)}…`);
  });
});
