import { withoutCredentials } from './withoutCredentials';

describe('withoutCredentials', () => {
  it.each([
    [
      'https://bot:t0ken@git.example.org/gitops',
      'https://git.example.org/gitops',
    ],
    [
      'https://t0ken@git.example.org:8443/a.git',
      'https://git.example.org:8443/a.git',
    ],
    [
      'https://git.example.org/a?private_token=t0ken',
      'https://git.example.org/a',
    ],
    [
      'ssh://git:t0ken@git.example.org/a.git',
      'ssh://git@git.example.org/a.git',
    ],
    [
      'oci://bot:t0ken@registry.example.org/charts',
      'oci://registry.example.org/charts',
    ],
  ])('takes what nobody should read out of %s', (url, shown) => {
    expect(withoutCredentials(url)).toBe(shown);
  });

  it.each([
    'https://helm.gen3.org',
    'https://github.com/uc-cdis/gen3-helm.git',
    'ssh://git@github.com/org/gitops.git',
    'git@github.com:org/gitops.git',
    'file:///srv/gitops.git',
  ])('leaves %s as it is', url => {
    expect(withoutCredentials(url)).toBe(url);
  });
});
