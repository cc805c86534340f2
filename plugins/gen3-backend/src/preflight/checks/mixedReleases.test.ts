import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { mixedReleases } from './mixedReleases';

const tags = (given: Record<string, string>) =>
  `{ ${Object.entries(given)
    .map(([name, tag]) => `${name}: { image: { tag: '${tag}' } }`)
    .join(', ')} }`;

describe('mixed-releases', () => {
  it('names the release of most services and those that deviate', () => {
    const values = tags({
      fence: '2026.06',
      indexd: '2026.07',
      arborist: '2026.07',
      wts: '2025.12',
    });
    expect(checkValues(mixedReleases, values).findings).toMatchObject([
      {
        severity: 'warning',
        where: { key: 'fence.image.tag' },
        what: 'Most services (2) are of release 2026.07, but fence 2026.06; wts 2025.12',
      },
    ]);
  });

  it('tells of versions in production', () => {
    const values = tags({ fence: '13.3.0', indexd: '2026.07' });
    const found = checkValues(mixedReleases, values, { tier: 'production' });
    expect(found.findings).toMatchObject([
      { severity: 'info', where: { key: 'fence.image.tag' } },
    ]);
    const { outcome } = checkValues(mixedReleases, values, { tier: 'staging' });
    expect(outcome).toBe('passed');
  });

  it('does not mind the tag of a service that is off', () => {
    const values = `{ indexd: { image: { tag: '2026.07' } }, guppy: { enabled: false, image: { tag: '2024.01' } } }`;
    expect(checkValues(mixedReleases, values).outcome).toBe('passed');
  });

  it('has nothing to ask when there is no release', () => {
    expect(checkValues(mixedReleases, '{}').outcome).toBe('not-applicable');
  });

  it('shows next to the tags of single services', () => {
    const answers = { release: '2026.07', imageTags: { fence: '2026.06' } };
    expect(checkAnswers(mixedReleases, answers).findings).toMatchObject([
      { where: { field: 'imageTags', key: 'fence.image.tag' } },
    ]);
    const { outcome } = checkAnswers(mixedReleases, { release: '2026.07' });
    expect(outcome).toBe('passed');
  });
});
