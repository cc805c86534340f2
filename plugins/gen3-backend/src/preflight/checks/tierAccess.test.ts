import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { tierAccess } from './tierAccess';

describe('tier-access', () => {
  it.each([
    ['another word', 'open', '"open"'],
    ['upper case', 'Libre', '"Libre"'],
    ['an empty text', '""', '""'],
    ['a list', '[libre]', 'not one of private'],
  ])('refuses %s', (_, level, found) => {
    const values = `global: { tierAccessLevel: ${level} }`;
    expect(checkValues(tierAccess, values).findings).toMatchObject([
      {
        severity: 'error',
        what: expect.stringContaining(found),
        where: { key: 'global.tierAccessLevel' },
      },
    ]);
  });

  it('tells the limit that the chart takes', () => {
    const values = 'global: { tierAccessLevel: regular }';
    expect(checkValues(tierAccess, values).findings).toMatchObject([
      { severity: 'info', where: { key: 'global.tierAccessLimit' } },
    ]);
  });

  it('tells that production is open to all, next to the answer', () => {
    const { findings } = checkAnswers(tierAccess, {
      tier: 'production',
      tierAccessLevel: 'libre',
    });
    expect(findings).toMatchObject([
      { severity: 'info', where: { field: 'tierAccessLevel' } },
    ]);
  });

  it.each([
    ['the default of the chart', '{}'],
    ['private', 'global: { tierAccessLevel: private }'],
    [
      'regular with a limit',
      'global: { tierAccessLevel: regular, tierAccessLimit: 50 }',
    ],
  ])('is content with %s', (_, values) => {
    expect(checkValues(tierAccess, values).outcome).toBe('passed');
  });

  it('is content with open data outside of production', () => {
    const values = 'global: { tierAccessLevel: libre }';
    expect(checkValues(tierAccess, values, { tier: 'qa' }).outcome).toBe(
      'passed',
    );
  });
});
