import { ChangeHostError } from './ChangeHostError';

describe('ChangeHostError', () => {
  it('names repository, operation, what was found and the fix, without credentials', () => {
    const error = ChangeHostError.create({
      url: 'https://ann:geheim@git.example/a.git',
      operation: 'merge branch "a"',
      reason: 'conflict',
      detail: 'see https://bob:geheim@h.example',
      fix: 'propose it anew',
      paths: ['b', 'a'],
    });
    expect(error).toMatchObject({
      name: 'ChangeHostError',
      reason: 'conflict',
      paths: ['a', 'b'],
      message:
        'Cannot merge branch "a" in git repository "https://git.example/a.git": see https://h.example; propose it anew',
    });
    expect(error).not.toHaveProperty('status');
    expect(error).not.toHaveProperty('statusCode');
  });
});
