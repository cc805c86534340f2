import { tagOfImage } from './tagOfImage';

describe('tagOfImage', () => {
  it.each([
    ['quay.io/cdis/fence:2026.07', '2026.07'],
    ['localhost:5000/fence:feat_x', 'feat_x'],
    ['localhost:5000/fence', undefined],
    ['quay.io/cdis/fence:2026.07@sha256:0123456789abcdef', '2026.07'],
    ['quay.io/cdis/fence@sha256:0123456789abcdef', 'sha256:0123456789ab'],
    ['', undefined],
  ])('finds the tag of %p', (image, tag) => {
    expect(tagOfImage(image)).toBe(tag);
  });
});
