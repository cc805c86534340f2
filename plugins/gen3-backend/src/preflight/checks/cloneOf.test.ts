import type { LaunchAnswersInput } from '@gen3-csoc/backstage-plugin-gen3-common';
import { checkAnswers } from '../__testUtils__/runCheck';
import type { PreflightFacts } from '../facts/types';
import { cloneOf } from './cloneOf';

const check = (answers: Partial<LaunchAnswersInput>) =>
  checkAnswers(cloneOf, { mode: 'clone', ...answers });

const clone = (cloned: Partial<LaunchAnswersInput['cloned']> = {}) =>
  check({
    cloneOf: 'heart.example.org',
    cloned: { values: {}, leftOut: [], ...cloned },
  });

describe('clone-of', () => {
  it('has nothing to say of what is no clone, and of one that shares nothing', () => {
    expect(check({ mode: 'new' }).outcome).toBe('not-applicable');
    expect(clone({ values: { fence: { enabled: true } } }).outcome).toBe(
      'passed',
    );
  });

  it('wants to know of which commons', () => {
    expect(check({}).findings).toMatchObject([
      { severity: 'error', where: { field: 'cloneOf' } },
    ]);
  });

  it('says why a commons cannot be cloned', () => {
    expect(clone({ notRead: 'There is none' }).findings).toMatchObject([
      {
        severity: 'error',
        what: '"heart.example.org" cannot be cloned: There is none',
      },
    ]);
    expect(check({ cloneOf: 'heart.example.org' }).findings).toHaveLength(1);
  });

  it('names what is left out because it may be a secret, and what is kept elsewhere', () => {
    expect(
      clone({ leftOut: ['fence.password'], elsewhere: ['base.yaml'] }).findings,
    ).toMatchObject([
      {
        severity: 'warning',
        what: 'Values of "heart.example.org" that may be secrets are not taken over: fence.password',
      },
      { severity: 'info', what: expect.stringContaining('base.yaml') },
    ]);
  });

  it.each([
    's3://users/heart/user.yaml',
    'arn:aws:iam::1:role/heart',
    'https://sqs.us-east-1.amazonaws.com/1/heart',
  ])('warns that the clone would share %s', value => {
    expect(clone({ values: { fence: { a: [value] } } }).findings).toMatchObject(
      [{ severity: 'warning', what: expect.stringContaining('fence.a.0') }],
    );
  });

  it('warns of secrets that stay those of the other, but not of the server of the databases', () => {
    const secrets = ['brain-keys', 'master', 'brain-fence-jwt'];
    const { findings } = check({
      cloneOf: 'heart.example.org',
      database: 'managed',
      databaseSecret: 'master',
      cloned: {
        values: {
          fence: {
            externalSecrets: {
              fenceJwtKeys: 'brain-fence-jwt',
              mine: 'brain-keys',
            },
          },
        },
        leftOut: [],
        secrets,
      },
    });
    expect(findings).toMatchObject([
      {
        severity: 'warning',
        what: 'The clone would use what is of "heart.example.org": fence.externalSecrets.mine',
      },
    ]);
  });

  it('does not warn of names that the clone has only until somebody says where it will run', () => {
    const answers: Partial<LaunchAnswersInput> = {
      cloneOf: 'heart.example.org',
      database: 'managed',
      databaseSecret: 'master',
      cluster: '',
      cloned: {
        values: {
          global: { externalSecrets: { deploy: true } },
          fence: {
            externalSecrets: {
              fenceJwtKeys: 'brain-fence-jwt',
              dbcreds: 'brain-fence-creds',
            },
          },
        },
        leftOut: [],
        secrets: ['brain-fence-jwt', 'brain-fence-creds'],
      },
    };
    expect(check(answers).outcome).toBe('passed');
    expect(check({ ...answers, cluster: 'east-1' }).outcome).toBe('passed');
  });

  // A clone got the chart of its source, and nothing said so.
  it('tells that the clone gets another chart, or another revision of it', () => {
    const chart = {
      repoUrl: 'https://somebody:hush@helm.gen3.org',
      chart: 'gen3',
      revision: '0.3.90',
    };
    const sources: PreflightFacts['sources'] = {
      known: true,
      value: [{ id: 'demo-gitops', takesChanges: true, chart }],
    };
    const withChart = (its: string, chartRevision?: string) =>
      checkAnswers(
        cloneOf,
        {
          mode: 'clone',
          cloneOf: 'heart.example.org',
          cloned: { values: {}, leftOut: [], chart: its },
          chartRevision,
        },
        { facts: { sources } },
      );
    const its = '"helm/gen3" master of https://github.com/uc-cdis/gen3-helm';
    const [finding] = withChart(its).findings;
    expect(finding).toMatchObject({
      severity: 'info',
      what: expect.stringMatching(
        /^"heart.example.org" is deployed with the chart "helm\/gen3" master of .*; the clone gets "gen3" 0.3.90 of https:.*helm.gen3.org$/,
      ),
    });
    expect(finding?.what).not.toContain('hush');
    const ours = finding?.what.split('the clone gets ')[1] ?? '';
    expect(withChart(ours).outcome).toBe('passed');
    expect(withChart(ours, '0.3.91').findings).toMatchObject([
      { severity: 'info', what: expect.stringContaining('gets "gen3" 0.3.91') },
    ]);
    expect(clone({ chart: its }).outcome).toBe('passed');
  });

  it('says nothing of names that nothing reads', () => {
    expect(
      check({
        cloneOf: 'heart.example.org',
        database: 'development',
        login: 'mock',
        cloned: {
          values: { fence: { externalSecrets: { mine: 'brain-keys' } } },
          leftOut: [],
          secrets: ['brain-keys'],
        },
      }).outcome,
    ).toBe('passed');
  });
});
