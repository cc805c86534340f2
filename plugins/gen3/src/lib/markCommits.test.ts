import { application, commit } from '../__testUtils__/deploymentFixtures';
import { deployedCommits, markCommits } from './markCommits';

const [A, B, C] = ['a', 'b', 'c'].map(letter => letter.repeat(40));
const commits = [C, B, A].map(sha => commit({ sha }));
const revision = (contains: string[]) => ({
  revision: 'd'.repeat(40),
  contains,
});

describe('deployedCommits', () => {
  it('takes the commits that run, each once, and no versions of charts', () => {
    const source = { repoUrl: 'https://git.example/gitops' };
    const of = (...revisions: (string | undefined)[]) =>
      application({
        sources: revisions.map(deployedRevision => ({
          ...source,
          comparedRevision: C,
          deployedRevision,
        })),
      });
    expect(deployedCommits([of(B, '0.2.80', undefined), of(A, B)])).toEqual([
      A,
      B,
    ]);
  });
});

describe('markCommits', () => {
  it.each([
    ['the newest runs', [[C, B, A]], [[C, 'deployed']]],
    [
      'something older runs',
      [[A]],
      [
        [C, 'pending'],
        [B, 'pending'],
        [A, 'deployed'],
      ],
    ],
    [
      'something older than what is listed runs',
      [[]],
      [
        [C, 'pending'],
        [B, 'pending'],
        [A, 'pending'],
      ],
    ],
    [
      'two Applications are at different ones',
      [[A], [B, A]],
      [
        [C, 'pending'],
        [B, 'deployed'],
      ],
    ],
    ['what runs is not known here', [], []],
  ])('when %s', (_, contained, expected) => {
    const marks = markCommits({ commits, revisions: contained.map(revision) });
    expect([...marks]).toEqual(expected);
  });
});
