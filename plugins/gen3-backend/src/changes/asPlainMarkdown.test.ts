import { asPlainMarkdown } from './asPlainMarkdown';

/** What is seen: without escapes and what is invisible. */
const seen = (text: string) =>
  asPlainMarkdown(text).replace(/\u2060|\\(?=[^\w\s]|_)/g, '');

describe('asPlainMarkdown', () => {
  it.each([
    ['a link', '[here](x)', '\\[here\\](x)'],
    ['an image', '![x](y)', '!\\[x\\](y)'],
    ['HTML', '<img onerror=x>', '\\<img onerror=x\\>'],
    ['an entity', '&lt;', '\\&lt;'],
    ['emphasis', '*a* __b__ ~~c~~', '\\*a\\* \\_\\_b\\_\\_ \\~\\~c\\~\\~'],
    ['code', '`a`', '\\`a\\`'],
    ['an escape', '\\[a]', '\\\\\\[a\\]'],
    ['a heading', '# a', '\\# a'],
    ['an item', '- a', '\\- a'],
    ['a numbered item', '1. a', '1\\. a'],
    ['lines', 'a\n\n# b', 'a # b'],
  ])('shows %s as it is', (_, text, markdown) => {
    expect(asPlainMarkdown(text)).toBe(markdown);
  });

  it.each([
    ['@alma', '@\u2060alma'],
    ['see #12 !3', 'see #\u206012 !\u20603'],
    ['https://x.example', 'https:\u2060//x.example'],
    ['www.x.example', 'www\u2060.x.example'],
    ['alma@x.example', 'alma@\u2060x.example'],
  ])('lets no host make a link of %s', (text, markdown) => {
    expect(asPlainMarkdown(text)).toBe(markdown);
  });

  it.each(['The hostname "a.example.org" is free', '100 % of 2-3', 'a (b)'])(
    'leaves %s alone',
    text => {
      expect(asPlainMarkdown(text)).toBe(text);
    },
  );

  it('keeps every letter in view', () => {
    const text = '[a](https://b) <i>@c</i> #1 *d* `e` & f_g';
    expect(seen(text)).toBe(text);
  });
});
