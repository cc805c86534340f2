import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { imageTags } from './imageTags';

const tag = (text: string) => `fence: { image: { tag: "${text}" } }`;

describe('image-tags', () => {
  it.each(['bad tag!', '-1.0', 'a'.repeat(129), 'v1/2'])(
    'refuses %j',
    wrong => {
      expect(checkValues(imageTags, tag(wrong)).findings).toMatchObject([
        { severity: 'error', where: { key: 'fence.image.tag' } },
      ]);
    },
  );

  it.each(['2026.10', 'v1_2-3', 'a'.repeat(128)])(
    'is content with %j',
    right => {
      expect(checkValues(imageTags, tag(right)).outcome).toBe('passed');
    },
  );

  it('stands beside the answer that gave it', () => {
    const { findings } = checkAnswers(imageTags, {
      release: '2026.10',
      imageTags: { fence: 'bad tag!' },
    });
    expect(findings).toMatchObject([{ where: { field: 'imageTags' } }]);
  });

  it('stands beside the release when all have it', () => {
    const { findings } = checkAnswers(imageTags, { release: 'bad tag!' });
    expect(findings[0]).toMatchObject({ where: { field: 'release' } });
  });
});
