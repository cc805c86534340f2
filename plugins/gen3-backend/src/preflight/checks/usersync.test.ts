import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { usersync } from './usersync';

const PATH = 'fence.usersync.userYamlS3Path';
const production = { tier: 'production' } as const;
const from = (path: string) =>
  `fence: { usersync: { usersync: true, userYamlS3Path: ${path} } }`;

describe('usersync', () => {
  it.each([
    ['it is not given', 'fence: { usersync: { usersync: true } }'],
    ['it is written', from('s3://cdis-gen3-users/helm-test/user.yaml')],
  ])("finds the chart's own file when %s", (_, values) => {
    expect(checkValues(usersync, values, production).findings).toMatchObject([
      { severity: 'error', where: { key: PATH } },
    ]);
    expect(
      checkValues(usersync, values, { tier: 'staging' }).findings,
    ).toMatchObject([{ severity: 'warning' }]);
  });

  it.each([
    ['a URL of the web', 'https://example.org/user.yaml'],
    ['a path', '/users/user.yaml'],
    ['a bucket', 's3://brain-users'],
    ['a folder without a name', 's3://brain-users/'],
    ['an empty text', '""'],
    ['a map', '{ bucket: brain-users }'],
  ])('refuses %s', (_, path) => {
    const tier = 'development';
    expect(checkValues(usersync, from(path), { tier }).findings).toMatchObject([
      { severity: 'error', where: { key: PATH } },
    ]);
  });

  it.each([
    [
      'without usersync',
      '{}',
      "Users and their rights come from the chart's example only",
    ],
    [
      'with users in the values',
      'fence: { USER_YAML: "users: {}" }',
      'Users and their rights come from the values only',
    ],
    [
      'with a file called none',
      from('none'),
      "Users and their rights come from the chart's example only",
    ],
  ])('warns in production %s', (_, values, what) => {
    expect(checkValues(usersync, values, production).findings).toMatchObject([
      { severity: 'warning', what },
    ]);
    const { outcome } = checkValues(usersync, values, { tier: 'qa' });
    expect(outcome).toBe('passed');
  });

  it('is content with a file in S3', () => {
    const values = from('s3://brain-users/prod/user.yaml');
    expect(checkValues(usersync, values, production).outcome).toBe('passed');
  });

  it('does not ask without fence', () => {
    const { outcome } = checkValues(usersync, 'fence: { enabled: false }');
    expect(outcome).toBe('not-applicable');
  });

  it('shows next to the answer', () => {
    expect(checkAnswers(usersync, production).findings).toMatchObject([
      { severity: 'warning', where: { field: 'userYaml' } },
    ]);
    expect(
      checkAnswers(usersync, { userYaml: 'user.yaml' }).findings,
    ).toMatchObject([{ severity: 'error', where: { field: 'userYaml' } }]);
    const { outcome } = checkAnswers(usersync, {
      ...production,
      userYaml: 's3://brain-users/prod/user.yaml',
    });
    expect(outcome).toBe('passed');
  });
});
