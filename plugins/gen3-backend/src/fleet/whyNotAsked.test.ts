import { whyNotAsked } from './whyNotAsked';

describe('whyNotAsked', () => {
  // A commons that was proposed a minute ago seemed to be switched off by somebody.
  it.each([
    ['launching', 'It is being launched: its change says how far it is'],
    ['retired', 'It is retired'],
    ['production', 'Probing is switched off'],
  ])('says of one that is %s: %s', (tier, reason) => {
    expect(whyNotAsked(tier)).toBe(reason);
  });
});
