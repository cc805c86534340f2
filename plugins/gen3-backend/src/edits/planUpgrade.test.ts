import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { commonsInGit } from './__testUtils__/commonsInGit';
import { planUpgrade } from './planUpgrade';

const registry = createServiceRegistry();

/** Off, so that a test sees only what it is about. */
const OFF = registry
  .enabledByDefault()
  .map(({ name }) => name)
  .filter(name => !['fence', 'indexd'].includes(name))
  .map(name => `${name}: { enabled: false }\n`)
  .join('');

const VALUES = `${OFF}fence: { image: { tag: '2026.10' } }\nindexd: { image: { tag: '2026.10' } }\n`;

const plan = (values: string, edit: object) =>
  planUpgrade(
    {
      kind: 'upgrade',
      hostname: 'heart.example.org',
      imageTags: {},
      ...edit,
    },
    commonsInGit(values),
    registry,
  );

const idsOf = (values: string, edit: object) =>
  plan(values, edit).findings.map(({ id, severity }) => `${severity} ${id}`);

describe('planUpgrade', () => {
  it('gives every service that has monthly tags the release', () => {
    const { title, message, settings, findings } = plan(VALUES, {
      release: '2026.11',
    });
    expect({ title, message, settings, findings }).toEqual({
      title: 'Upgrade heart.example.org to 2026.11',
      message: 'Updating organprod/heart.example.org with 2026.11',
      settings: [
        { path: ['fence', 'image', 'tag'], value: '2026.11' },
        { path: ['indexd', 'image', 'tag'], value: '2026.11' },
      ],
      findings: [],
    });
  });

  it('says where the notes of the release are', () => {
    expect(plan(VALUES, { release: '2026.11' }).facts[0]).toContain(
      'https://github.com/uc-cdis/cdis-manifest/blob/master/releases/2026/11/gen3-release-notes.md',
    );
  });

  it('gives single services their own tags, and they win', () => {
    const { title, settings } = plan(VALUES, {
      release: '2026.11',
      imageTags: { fence: '13.3.0' },
    });
    expect(title).toBe('Upgrade heart.example.org to 2026.11');
    expect(settings).toContainEqual({
      path: ['fence', 'image', 'tag'],
      value: '13.3.0',
    });
    expect(plan(VALUES, { imageTags: { fence: 'feat_x' } })).toMatchObject({
      title: 'Upgrade fence to feat_x of heart.example.org',
      settings: [{ path: ['fence', 'image', 'tag'], value: 'feat_x' }],
    });
  });

  it('sets all images of a service that has several', () => {
    const values = `${VALUES}etl: { enabled: true }\n`.replace(
      'etl: { enabled: false }\n',
      '',
    );
    const paths = plan(values, { imageTags: { etl: '2026.11' } }).settings.map(
      ({ path }) => path.join('.'),
    );
    expect(paths).toEqual(['etl.image.tube.tag', 'etl.image.spark.tag']);
  });

  it('leaves out what is there already', () => {
    expect(plan(VALUES, { release: '2026.10' }).settings).toEqual([]);
  });

  it.each([
    ['going on by a month', { release: '2026.11' }, []],
    ['going back', { release: '2026.09' }, ['warning downgrade']],
    ['going over releases', { release: '2027.01' }, ['warning skips-releases']],
    [
      'a tag of another kind, which cannot be compared',
      { imageTags: { fence: '13.3.0' } },
      [],
    ],
  ])('warns, or not, of %s', (_, edit, ids) => {
    expect(idsOf(VALUES, edit)).toEqual(ids);
  });

  it('warns of a release that takes a chosen tag away, unless the tag is named', () => {
    const values = VALUES.replace("'2026.10'", "'fix-authz'");
    expect(idsOf(values, { release: '2026.11' })).toEqual([
      'warning pinned-tag',
    ]);
    expect(
      idsOf(values, { release: '2026.11', imageTags: { fence: 'fix-authz' } }),
    ).toEqual([]);
  });

  it.each([
    ['nothing', {}, /names a release, or tags/],
    [
      'a service that is off',
      { imageTags: { guppy: '2026.11' } },
      /has no service "guppy"/,
    ],
    [
      'a name with a slip',
      { imageTags: { fense: '2026.11' } },
      /did you mean "fence"/,
    ],
  ])('refuses %s', (_, edit, message) => {
    expect(() => plan(VALUES, edit)).toThrow(message);
  });
});
