import { z } from 'zod';
import { parseQuery } from './parseQuery';

const schema = z.strictObject({
  limit: z.coerce.number().int().max(200).optional(),
  q: z.string().optional(),
  sort: z.union([z.literal('name'), z.literal('status')]).optional(),
});

describe('parseQuery', () => {
  it('answers what the schema makes of a query', () => {
    expect(parseQuery(schema, { limit: '5', sort: 'name' })).toEqual({
      limit: 5,
      sort: 'name',
    });
  });

  it.each([
    [
      { limits: '5' },
      '"limits": not a parameter of this list; known are limit, q, sort',
    ],
    [{ limit: '900' }, /^limit: "900" is not accepted: .*<=200/],
    [{ q: ['a', 'b'] }, /^q: \["a","b"\] is not accepted: /],
    [
      { q: 'a\0b' },
      'q: "a\\u0000b" is not accepted: it contains a NUL character',
    ],
    [{ sort: 'age' }, /^sort: "age" is not accepted: .*name/],
    [
      { limit: 'https://admin:s3cret@heart.example/?token=s3cret' },
      /^limit: "https:\/\/heart\.example\/" is not accepted/,
    ],
  ])('refuses %j', (query, message) => {
    expect(() => parseQuery(schema, query)).toThrow(message);
    expect(() => parseQuery(schema, query)).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });
});
