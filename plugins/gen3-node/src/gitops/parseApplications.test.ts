import { mayDeclareApplications } from './parseApplications';

describe('mayDeclareApplications', () => {
  it.each([
    ['apiVersion: argoproj.io/v1alpha1\nkind: Application', true],
    ['{"apiVersion":"argoproj.io/v1alpha1","kind":"Application"}', true],
    ['# argoproj.io\nkind: "Application" # [', true],
    ['# argoproj.io\nkind: AppProject', false],
    ['# argoproj.io\nkind: Applications', false],
    ['# argoproj.io\nApplication of a kind', false],
    ['# argoproj.io\nkind:\n  Application', false],
    ['apiVersion: apps/v1\nkind: Application', false],
  ])('says of %j: %p', (text, expected) => {
    expect(mayDeclareApplications(text)).toBe(expected);
  });

  // Every "kind" of a line had the rest of the line searched: a file of 5 MB took hours.
  it.each([
    ['a long line of many kinds', 'kind '.repeat(1_000_000)],
    ['many lines of one kind', 'kind\n'.repeat(1_000_000)],
    ['many Applications of no kind', 'Application '.repeat(400_000)],
  ])('comes to an end with %s', (_, text) => {
    expect(mayDeclareApplications(`argoproj.io\n${text}`)).toBe(false);
  });
});
