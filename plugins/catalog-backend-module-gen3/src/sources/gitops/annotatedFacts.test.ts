import { applicationYaml } from '../__testUtils__/applicationYaml';
import { readGitops } from '../__testUtils__/readGitops';

const app = 'prod/heart.example.org/app.yaml';

/** Reads one commons whose Application has these annotations, as YAML. */
async function read(annotations: string) {
  const [member] = await readGitops({
    [app]: applicationYaml().replace(
      '  namespace: argocd',
      `  namespace: argocd\n  annotations:\n${annotations}`,
    ),
  });
  return member;
}

describe('annotations of an Application', () => {
  it('say who owns the commons, what it is called and its tier', async () => {
    const member = await read(
      `    gen3.org/owner: group:default/heart-team
    gen3.org/title: Heart Data Commons
    gen3.org/tier: staging
`,
    );
    expect(member).toMatchObject({
      commons: {
        owner: 'group:default/heart-team',
        title: 'Heart Data Commons',
        lifecycle: 'staging',
      },
      findings: [],
    });
  });

  it('are told about when they cannot be used, and change nothing', async () => {
    const member = await read(
      `    gen3.org/owner: the heart team
    gen3.org/tier: prod
`,
    );
    expect(member).toMatchObject({
      findings: [
        { code: 'annotation-not-usable', key: /owner$/ },
        { code: 'annotation-not-usable', key: /tier$/ },
      ].map(({ code, key }) => ({
        code,
        key: expect.stringMatching(key),
      })),
    });
    expect(member).not.toHaveProperty('commons.owner');
    expect(member).not.toHaveProperty('commons.lifecycle');
  });

  it('need not be there', async () => {
    const member = await read('    argocd.argoproj.io/sync-wave: "2"\n');
    expect(member).not.toHaveProperty('commons.owner');
  });
});
