import type { LaunchAnswersInput } from '@gen3-csoc/backstage-plugin-gen3-common';
import { checkAnswers } from '../__testUtils__/runCheck';
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
});
