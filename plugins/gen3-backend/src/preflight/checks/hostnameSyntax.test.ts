import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { hostnameSyntax } from './hostnameSyntax';

describe('hostname-syntax', () => {
  it.each([
    ['no values', '{}'],
    ['an empty name', 'global: { hostname: "" }'],
    ['a URL', 'global: { hostname: "https://heart.example.org" }'],
    ['one word', 'global: { hostname: localhost }'],
    ['upper case', 'global: { hostname: Heart.example.org }'],
    ['a list', 'global: { hostname: [heart.example.org] }'],
  ])('refuses %s', (_, values) => {
    expect(checkValues(hostnameSyntax, values).findings).toMatchObject([
      { severity: 'error', where: { key: 'global.hostname' } },
    ]);
  });

  it('shows next to the answer', () => {
    expect(
      checkAnswers(hostnameSyntax, { hostname: 'heart' }).findings,
    ).toMatchObject([{ where: { field: 'hostname' } }]);
  });

  it('takes a public name', () => {
    const values = 'global: { hostname: heart.example.org }';
    expect(checkValues(hostnameSyntax, values).outcome).toBe('passed');
  });
});
