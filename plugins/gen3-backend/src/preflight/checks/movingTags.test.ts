import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { movingTags } from './movingTags';

/** All that the chart has on with a tag, but what is given. */
function tagged(tags: Record<string, string> = {}): string {
  const lines = createServiceRegistry()
    .enabledByDefault()
    .map(({ name, imageTagPath }) => {
      const path = imageTagPath ?? `${name}.image.tag`;
      const value = tags[name] ?? "'2026.07'";
      return path
        .split('.')
        .reduceRight((inner, key) => `{ ${key}: ${inner} }`, value)
        .slice(2, -2);
    });
  return `{ ${lines.join(', ')} }`;
}

describe('moving-tags', () => {
  it.each([
    ['production', 'error'],
    ['staging', 'warning'],
    ['qa', 'info'],
    ['development', 'info'],
  ] as const)('in %s is an %s', (tier, severity) => {
    const values = tagged({ fence: 'master', guppy: 'feat_x' });
    expect(checkValues(movingTags, values, { tier }).findings).toMatchObject([
      {
        severity,
        where: { key: 'fence.image.tag' },
        what: '1 service runs an image that can change under the same tag: fence ("master")',
      },
    ]);
  });

  it('leaves a release of no month to release-exists', () => {
    const values = tagged({ fence: "'2026.13'" });
    expect(checkValues(movingTags, values).findings).toEqual([]);
  });

  it('counts the tags of the chart', () => {
    const { findings } = checkValues(movingTags, '{}');
    expect(findings).toHaveLength(1);
    expect(findings[0]?.what).toContain('arborist (the chart\'s "master")');
    // It has a version in the chart.
    expect(findings[0]?.what).not.toContain('ambassador');
  });

  it('asks the chart that will be deployed', () => {
    const defaults = { fence: { image: { tag: '13.3.0' } } };
    const chart = {
      known: true,
      value: { revision: 'main', defaults },
    } as const;
    const values = tagged({ fence: "''", ambassador: "''" });
    const { findings } = checkValues(movingTags, values, { facts: { chart } });
    expect(findings).toMatchObject([
      { where: { key: 'ambassador.image.tag' } },
    ]);
  });

  it.each([
    ['a release', "'2026.07'"],
    ['a version', '13.3.0'],
    ['a version of another project', 'gen3-v3.8.0'],
    ['a version of two numbers', "'0.25'"],
    ['a day', 'VA-2026.07.20'],
    ['a commit', 'master-1a2b3c4'],
  ])('is content with %s', (_, tag) => {
    const values = tagged({ fence: tag });
    expect(checkValues(movingTags, values).outcome).toBe('passed');
  });

  it('shows next to the release, or to the tags of single services', () => {
    expect(checkAnswers(movingTags, {}).findings).toMatchObject([
      { where: { field: 'release' } },
    ]);
    const imageTags = { fence: 'feat_x' };
    const release = '2026.07';
    expect(
      checkAnswers(movingTags, { release, imageTags }).findings,
    ).toMatchObject([{ where: { field: 'imageTags' } }]);
    expect(checkAnswers(movingTags, { release }).outcome).toBe('passed');
  });
});
