import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { indexdPrefix } from './indexdPrefix';

const prefix = (text: string) => `indexd: { defaultPrefix: ${text} }`;
const production = { tier: 'production' } as const;

describe('indexd-prefix', () => {
  it('is an error without a slash, in every tier', () => {
    const tier = 'development';
    expect(
      checkValues(indexdPrefix, prefix('dg.B4A1'), { tier }).findings,
    ).toMatchObject([
      { severity: 'error', where: { key: 'indexd.defaultPrefix' } },
    ]);
  });

  it.each([
    ['none', '{}'],
    ["the chart's", prefix('PREFIX/')],
    ['the one of templates', prefix('dg.XXXX/')],
    ['an empty one', prefix('""')],
  ])('is a warning in production with %s', (_, values) => {
    expect(
      checkValues(indexdPrefix, values, production).findings,
    ).toMatchObject([{ severity: 'warning' }]);
    const { outcome } = checkValues(indexdPrefix, values, { tier: 'qa' });
    expect(outcome).toBe('passed');
  });

  it('is content with a prefix', () => {
    const { outcome } = checkValues(
      indexdPrefix,
      prefix('dg.B4A1/'),
      production,
    );
    expect(outcome).toBe('passed');
  });

  it('does not ask without indexd', () => {
    const { outcome } = checkValues(indexdPrefix, 'indexd: { enabled: false }');
    expect(outcome).toBe('not-applicable');
  });

  it('asks the wizard, too', () => {
    expect(checkAnswers(indexdPrefix, production).findings).toMatchObject([
      { severity: 'warning', where: { key: 'indexd.defaultPrefix' } },
    ]);
  });
});
