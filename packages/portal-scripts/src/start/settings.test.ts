import { resolve } from 'node:path';
import { REPOSITORY } from '../repository';
import { readSettings } from './settings';

describe('readSettings', () => {
  it('starts the demo with its data in an ignored folder when nothing is said', () => {
    expect(readSettings({})).toEqual({
      demo: true,
      extraConfig: undefined,
      port: undefined,
      simulatorPort: 8443,
      dataFolder: resolve(REPOSITORY, '.data'),
      token: false,
    });
  });

  it('treats an empty variable as unset, as make passes all of them', () => {
    expect(readSettings({ DEMO: '', PORT: '', CONFIG: '' }).demo).toBe(true);
  });

  it('finds an extra config file from the repository, not from the caller', () => {
    expect(readSettings({ CONFIG: 'my/extra.yaml' }).extraConfig).toBe(
      resolve(REPOSITORY, 'my/extra.yaml'),
    );
  });

  it.each([
    ['a word for a port', { PORT: 'eighty' }, /PORT must be a port number/],
    ['a port that does not exist', { PORT: '70000' }, /PORT must be 1-65535/],
    ['another word than on or off', { DEMO: 'no' }, /DEMO must be on or off/],
    [
      'a token that Backstage would refuse',
      { GEN3_CSOC_TOKEN: 'short' },
      /GEN3_CSOC_TOKEN must be at least 8 characters/,
    ],
  ])('refuses %s by name', (_, environment, message) => {
    expect(() => readSettings(environment)).toThrow(message);
  });

  it('never repeats the token in a message', () => {
    expect(() => readSettings({ GEN3_CSOC_TOKEN: 'a b c d e' })).toThrow(
      /^(?!.*a b c d e)/,
    );
  });
});
