import { join } from 'node:path';
import { REPOSITORY } from '../repository';
import { describeFailure } from './failedTest';

describe('a test that failed', () => {
  it('is described with its place and its reason, without colours and empty lines', () => {
    const described = describeFailure({
      place: join(REPOSITORY, 'plugins/gen3/src/plugin.test.tsx'),
      title: 'the page shows the fleet',
      reasons: ['\u001b[31mexpected 2\u001b[39m\n\n   found 3'],
    });

    expect(described).toBe(
      'plugins/gen3/src/plugin.test.tsx: the page shows the fleet\n  expected 2\n  found 3',
    );
  });

  it('is described without a reason where the test program gives none', () => {
    const failed = { place: 'a.test.ts:3', title: 'it', reasons: [] };

    expect(describeFailure(failed)).toBe('a.test.ts:3: it');
  });

  it('is described in few lines, however long its reason is', () => {
    const reasons = ['tree '.repeat(10_000)];

    expect(
      describeFailure({ place: 'a.test.ts', title: 'it', reasons }).length,
    ).toBeLessThan(600);
  });
});
