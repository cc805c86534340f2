import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import type { PreflightFacts } from '../facts/types';
import { releaseExists } from './releaseExists';

const releases: PreflightFacts['releases'] = {
  known: true,
  value: ['2026.07', '2026.05', '2026.08'],
};
const known = { facts: { releases } };
const fence = (tag: string) => `fence: { image: { tag: '${tag}' } }`;

describe('release-exists', () => {
  it.each([
    ['2026.06', 'warning', '2026.05 or 2026.07'],
    ['2026.09', 'warning', '2026.08'],
    ['2025.01', 'warning', '2026.05'],
    ['2027.09', 'error', '2026.08'],
    ['2062.07', 'error', '2026.08'],
    ['2019.12', 'error', '2026.05'],
  ])('does not know %s: %s', (release, severity, nearest) => {
    const { findings } = checkValues(releaseExists, fence(release), known);
    expect(findings).toMatchObject([
      { severity, where: { key: 'fence.image.tag' } },
    ]);
    expect(findings[0]?.what).toContain(`release ${release} (fence)`);
    expect(findings[0]?.fix).toContain(`Choose ${nearest}, the nearest`);
  });

  it('knows what the fleet runs', () => {
    const { outcome } = checkValues(releaseExists, fence('2026.05'), known);
    expect(outcome).toBe('passed');
  });

  it.each<[string, PreflightFacts['releases']]>([
    ['nothing is known', { known: false, why: 'no database' }],
    ['no release is known', { known: true, value: [] }],
  ])('is not run when %s', (_, none) => {
    expect(
      checkValues(releaseExists, fence('2026.05'), {
        facts: { releases: none },
      }),
    ).toMatchObject({ outcome: 'not-run', findings: [] });
  });

  it('has nothing to ask without a release', () => {
    const { outcome } = checkValues(releaseExists, fence('master'), known);
    expect(outcome).toBe('not-applicable');
  });

  // They only counted as tags that move, so a launch of "2026.13" could be proposed.
  it.each(['2026.13', '2099.13', '2026.00'])(
    'knows without asking that there is no %s',
    release => {
      const month = release.slice(-2);
      const what = `There is no release ${release} (fence): there is no month ${month}`;
      for (const given of [known, {}]) {
        expect(
          checkValues(releaseExists, fence(release), given).findings,
        ).toMatchObject([
          { severity: 'error', where: { key: 'fence.image.tag' }, what },
        ]);
      }
      expect(
        checkAnswers(releaseExists, { release }, known).findings,
      ).toMatchObject([
        {
          severity: 'error',
          where: { field: 'release' },
          what: expect.stringContaining(`there is no month ${month}`),
        },
      ]);
    },
  );

  it('takes no such tag for a release of a service that has none', () => {
    const orthanc = "orthanc: { enabled: true, image: { tag: '2026.13' } }";
    const { outcome } = checkValues(releaseExists, orthanc, known);
    expect(outcome).toBe('not-applicable');
  });

  it('names what it does not know beside what no month has', () => {
    const imageTags = { fence: '2026.13' };
    expect(
      checkAnswers(releaseExists, { release: '2026.09', imageTags }, known)
        .findings,
    ).toMatchObject([
      { severity: 'error', where: { field: 'imageTags' } },
      { severity: 'warning', where: { field: 'release' } },
    ]);
  });

  it('shows next to the answer', () => {
    expect(
      checkAnswers(releaseExists, { release: '2026.09' }, known).findings,
    ).toMatchObject([{ where: { field: 'release' } }]);
    const imageTags = { fence: '2026.06' };
    expect(
      checkAnswers(releaseExists, { release: '2026.08', imageTags }, known)
        .findings,
    ).toMatchObject([
      { where: { field: 'imageTags', key: 'fence.image.tag' } },
    ]);
  });
});
