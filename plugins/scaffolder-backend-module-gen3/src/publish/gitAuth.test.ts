import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  findAzureAuth,
  findBitbucketCloudAuth,
  findBitbucketServerAuth,
  findGiteaAuth,
  findGitlabAuth,
} from './gitAuth';

const integrationsOf = (config: object) =>
  ScmIntegrations.fromConfig(
    new ConfigReader({ integrations: JSON.parse(JSON.stringify(config)) }),
  );

describe('what git proves itself with', () => {
  it('is the token of Azure DevOps', async () => {
    const integrations = integrationsOf({
      azure: [
        {
          host: 'dev.azure.com',
          credentials: [{ personalAccessToken: 'geheim' }],
        },
      ],
    });
    await expect(
      findAzureAuth(integrations)('https://dev.azure.com/org/p/_git/gitops'),
    ).resolves.toEqual({ username: 'azure', password: 'geheim' });
  });

  it('is the user and the password of Gitea', async () => {
    const integrations = integrationsOf({
      gitea: [{ host: 'git.example', username: 'bot', password: 'geheim' }],
    });
    await expect(
      findGiteaAuth(integrations)('https://git.example/org/gitops'),
    ).resolves.toEqual({ username: 'bot', password: 'geheim' });
  });

  it('is the token of GitLab', async () => {
    const repository = 'https://gitlab.com/org/gitops';
    const gitlab = [{ host: 'gitlab.com', token: 'geheim' }];
    await expect(
      findGitlabAuth(integrationsOf({ gitlab }))(repository),
    ).resolves.toEqual({ username: 'oauth2', password: 'geheim' });
    await expect(
      findGitlabAuth(integrationsOf({}))(repository),
    ).rejects.toThrow('give them in integrations.gitlab');
  });

  it.each([
    [
      'a token of a user',
      { username: 'bot@example.org', token: 'geheim' },
      { username: 'x-bitbucket-api-token-auth', password: 'geheim' },
    ],
    [
      'a token of a repository',
      { token: 'geheim' },
      { username: 'x-token-auth', password: 'geheim' },
    ],
    [
      'an app password',
      { username: 'bot', appPassword: 'geheim' },
      { username: 'bot', password: 'geheim' },
    ],
  ])('is %s of Bitbucket Cloud', async (_, config, auth) => {
    const integrations = integrationsOf({ bitbucketCloud: [config] });
    await expect(
      findBitbucketCloudAuth(integrations)('https://bitbucket.org/org/gitops'),
    ).resolves.toEqual(auth);
  });

  it.each([
    ['a token', { token: 'geheim' }, { token: 'geheim' }],
    [
      'a user and a password',
      { username: 'bot', password: 'geheim' },
      { username: 'bot', password: 'geheim' },
    ],
  ])('is %s of Bitbucket Server', async (_, config, auth) => {
    const integrations = integrationsOf({
      bitbucketServer: [
        {
          host: 'git.example',
          apiBaseUrl: 'https://git.example/rest/api/1.0',
          ...config,
        },
      ],
    });
    await expect(
      findBitbucketServerAuth(integrations)(
        'https://git.example/projects/OPS/repos/gitops',
      ),
    ).resolves.toEqual(auth);
  });

  it.each([
    ['bitbucketCloud', findBitbucketCloudAuth, 'https://bitbucket.org/o/r'],
    ['bitbucketServer', findBitbucketServerAuth, 'https://git.example/o/r'],
    ['gitea', findGiteaAuth, 'https://git.example/o/r'],
  ])(
    'is refused with the key of config when %s has none',
    async (host, find, url) => {
      await expect(find(integrationsOf({}))(url)).rejects.toThrow(
        `The portal has no credentials to write to "${url}": give them in integrations.${host}`,
      );
    },
  );
});
