import { isSet, textAt, valueAt } from './valueAt';

const values = {
  global: { dev: false, hostname: 'heart.example.org', aws: {}, list: ['a'] },
  text: 'false',
  empty: '',
};

describe('valueAt', () => {
  it('follows a dotted path', () => {
    expect(valueAt(values, 'global.hostname')).toBe('heart.example.org');
    expect(valueAt(values, 'global.dev')).toBe(false);
  });

  it.each([
    ['nothing', 'fence.image.tag'],
    ['a text on the way', 'text.length'],
    ['a list on the way', 'global.list.length'],
    ['what every object inherits', 'global.constructor'],
  ])('finds nothing at %s', (_, path) => {
    expect(valueAt(values, path)).toBeUndefined();
  });
});

describe('textAt', () => {
  it('takes an empty text for none', () => {
    expect(textAt(values, 'empty')).toBeUndefined();
    expect(textAt(values, 'text')).toBe('false');
    expect(textAt(values, 'global.dev')).toBeUndefined();
  });
});

describe('isSet', () => {
  it.each([
    ['text', true],
    ['global.list', true],
    ['global', true],
    ['global.aws', false],
    ['global.dev', false],
    ['empty', false],
    ['missing', false],
  ])('judges %s as templates do', (path, expected) => {
    expect(isSet(values, path)).toBe(expected);
  });
});
