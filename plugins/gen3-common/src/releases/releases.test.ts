import { classifyTag, TagClass } from './classifyTag';
import { commonsRelease } from './commonsRelease';
import { compareReleases } from './compareReleases';
import { declaredRelease } from './declaredRelease';
import { releaseNotesUrl } from './releaseNotesUrl';
import { createServiceRegistry } from '../services/createServiceRegistry';

describe('classifyTag', () => {
  it.each<[TagClass, string[]]>([
    ['monthly', ['2026.08', '2024.12', '2026.01']],
    ['semver', ['13.3.0', '5.42.1', 'v1.3.1', '2.15.0-DEV', '1.0.0+build.5']],
    [
      'moving',
      [
        'master',
        'main',
        'latest',
        'feat_es-7',
        'fix-task-token-authz',
        'chore_2026.07',
        '2026.13',
        '2026.7',
        '2026.07-3-gabc123',
        '16',
        '',
      ],
    ],
  ])('knows %s tags', (expected, tags) => {
    expect(tags.filter(tag => classifyTag(tag) !== expected)).toEqual([]);
  });
});

describe('compareReleases', () => {
  it('orders oldest first: moving tags, versions by number, months', () => {
    const ordered = [
      'feature',
      'master',
      'mixed',
      '1.4.2-rc1',
      '1.4.2',
      'v1.10.0',
      '13.3.0',
      '2024.12',
      '2025.10',
      '2026.08',
    ];
    const shuffled = [5, 9, 0, 7, 3, 1, 8, 2, 6, 4].map(
      index => ordered[index],
    );
    expect(shuffled.sort(compareReleases)).toEqual(ordered);
    expect(compareReleases('2026.07', '2026.07')).toBe(0);
    expect(compareReleases('1.2.3', '1.2.3')).toBe(0);
  });
});

describe('commonsRelease', () => {
  it.each<[string, string[], string | undefined]>([
    ['no tags', [], undefined],
    ['one release', ['2026.07', '2026.07'], '2026.07'],
    [
      'a majority with deviations',
      ['2026.06', '2026.06', '2026.06', '4.3.0', '5.42.1'],
      '2026.06',
    ],
    ['half and half', ['2026.06', '2026.07'], 'mixed'],
    [
      'a tag that is most frequent but not the majority',
      ['2026.06', '2026.06', '2026.07', 'master', '4.3.0'],
      'mixed',
    ],
    ['branches only', ['master', 'master'], 'mixed'],
    ['versions only', ['13.3.0', '13.3.0'], 'mixed'],
  ])('says for %s', (_label, tags, expected) => {
    expect(commonsRelease(tags)).toBe(expected);
  });
});

describe('declaredRelease', () => {
  const registry = createServiceRegistry();

  it('counts the tags of core services only', () => {
    const services = [
      { name: 'fence', imageTag: '2026.10' },
      { name: 'indexd' },
      { name: 'guppy', imageTag: '2026.11' },
      { name: 'hatchery', imageTag: '2026.11' },
    ];
    expect(declaredRelease(services, registry)).toBe('2026.10');
    expect(declaredRelease(services.slice(1), registry)).toBeUndefined();
  });
});

describe('releaseNotesUrl', () => {
  it('leads to the notes by year and month', () => {
    expect(releaseNotesUrl('2026.09')).toBe(
      'https://github.com/uc-cdis/cdis-manifest/blob/master/releases/2026/09/gen3-release-notes.md',
    );
  });
});
