import { isImageTag } from './isImageTag';

describe('isImageTag', () => {
  it.each(['2026.10', 'v1_2-3', '_x', 'a'.repeat(128)])('takes %j', tag => {
    expect(isImageTag(tag)).toBe(true);
  });

  it.each(['', 'bad tag!', '-1.0', '.1', 'v1/2', 'a'.repeat(129)])(
    'refuses %j',
    text => {
      expect(isImageTag(text)).toBe(false);
    },
  );
});
