import { complainAboutBranches } from './complainAboutBranches';

describe('complainAboutBranches', () => {
  const commit = 'a'.repeat(40);

  it.each([
    { branch: 'launch/heart.example', base: 'main', commit },
    { branch: 'fix', base: 'release/1' },
    { branch: 'fix' },
  ])('has nothing against %j', names => {
    expect(complainAboutBranches(names)).toBeUndefined();
  });

  it.each([
    [{ branch: 'a b' }, '"a b" can be no branch: it contains a space'],
    [{ branch: 'a\n' }, '"a\\n" can be no branch: it contains a space'],
    [{ branch: 'a', base: '-x' }, '"-x" can be no branch: it begins with -'],
    [{ branch: commit }, 'it stands for a commit already'],
    [{ branch: 'HEAD' }, 'it stands for a commit already'],
    [{ branch: 'a', base: 'a' }, '"a" cannot be its own base'],
    [{ branch: 'a', commit: 'abc123' }, '"abc123" is not a full commit id'],
    [{ branch: 'a', commit: '' }, '"" is not a full commit id'],
  ])('refuses %j', (names, complaint) => {
    expect(complainAboutBranches(names)).toContain(complaint);
  });
});
