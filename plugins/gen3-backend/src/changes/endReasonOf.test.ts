import { endReasonOf } from './endReasonOf';

describe('endReasonOf', () => {
  it('says in one line what went wrong', () => {
    expect(endReasonOf(new Error('git said\n no'))).toBe(
      'It could not be proposed: git said no',
    );
  });

  it('does not repeat a secret, nor what is no error', () => {
    const unknown = 'It could not be proposed: unknown';
    expect(endReasonOf(new Error('password=hunter2hunter2'))).toBe(unknown);
    expect(endReasonOf('x')).toBe(unknown);
  });

  it('is cut to 500 characters', () => {
    expect(endReasonOf(new Error('a '.repeat(2_000)))).toHaveLength(500);
  });
});
