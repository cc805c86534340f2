import { z } from 'zod';
import { parseBody } from './parseBody';

const schema = z.union([
  z.strictObject({ answers: z.strictObject({ hostname: z.string() }) }),
  z.strictObject({ values: z.string() }),
]);

describe('parseBody', () => {
  it('gives what the schema makes of it', () => {
    expect(parseBody(schema, { values: 'a: 1' })).toEqual({ values: 'a: 1' });
  });

  it.each([
    ['nothing', undefined, /body: /],
    ['a value of another type', { values: 1 }, /values: .*string/],
    [
      'a key that is too much',
      { answers: { hostname: 'a', hostnaem: 'b' } },
      /answers\.hostnaem: unknown key/,
    ],
  ])('refuses %s with the key that is wrong', (_, body, message) => {
    expect(() => parseBody(schema, body)).toThrow(message);
  });

  it('never quotes what it refuses', () => {
    const secret = { values: { password: 'geheim' } };
    expect(() => parseBody(schema, secret)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.not.stringContaining('geheim'),
      }),
    );
  });
});
