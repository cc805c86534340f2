import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { known } from '../facts/askFact';
import type { DictionaryFact } from '../facts/types';
import { dictionary } from './dictionary';

const fact = (value: DictionaryFact | undefined) => ({
  facts: { dictionary: known(value) },
});

describe('dictionary', () => {
  it('takes one that loads', () => {
    const facts = fact({ kind: 'loaded', nodes: ['program', 'project'] });
    expect(checkAnswers(dictionary, {}, facts).outcome).toBe('passed');
  });

  it('refuses what is none, and shows its URL without what may grant access', () => {
    const dictionaryUrl = 'https://data.example.org/schema.json?sig=abc';
    const facts = fact({ kind: 'not-a-dictionary', why: 'answers 404' });
    expect(
      checkAnswers(dictionary, { dictionaryUrl }, facts).findings,
    ).toMatchObject([
      {
        severity: 'error',
        where: { field: 'dictionaryUrl', key: 'global.dictionaryUrl' },
        what: 'The dictionary URL "https://data.example.org/schema.json" answers 404',
      },
    ]);
  });

  it.each([
    ['production', 'warning'],
    ['staging', 'warning'],
    ['qa', 'info'],
    ['development', 'info'],
  ] as const)("tells of the chart's own in %s as %s", (tier, severity) => {
    expect(
      checkAnswers(dictionary, { tier }, fact(undefined)).findings,
    ).toMatchObject([{ severity, where: { field: 'dictionaryUrl' } }]);
  });

  it('says why it was not run', () => {
    expect(checkAnswers(dictionary, {}).outcome).toBe('not-run');
  });

  it('has nothing to ask when no service reads one', () => {
    const off = ['sheepdog', 'peregrine', 'etl', 'sower']
      .map(name => `${name}: { enabled: false }`)
      .join('\n');
    expect(checkValues(dictionary, off).outcome).toBe('not-applicable');
  });
});
