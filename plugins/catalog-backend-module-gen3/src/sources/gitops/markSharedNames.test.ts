import { readable } from '../../__testUtils__/readings';
import { markSharedNames } from './markSharedNames';

const sharing = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    readable(
      `c${index}.example.org`,
      { argocdApp: { namespace: 'argocd', name: 'gen3' } },
      `m${index}`,
    ),
  );

const messagesOf = (count: number) =>
  markSharedNames(sharing(count)).map(each =>
    each.kind === 'commons' ? each.findings[0]?.message : undefined,
  );

describe('markSharedNames', () => {
  it.each([
    [1, 'm0', undefined],
    [2, 'm0', '"m1"'],
    [4, 'm0', '"m1", "m2", "m3"'],
    [5, 'm0', '"m1", "m2", "m3" and 1 more'],
    [5, 'm4', '"m0", "m1", "m2" and 1 more'],
  ])('of %d that share a name, tells %s of %s', (count, member, others) => {
    const index = Number(member.slice(1));
    expect(messagesOf(count)[index]).toBe(
      others &&
        `The Application "gen3" has the same name as that of ${others} for the same cluster`,
    );
  });

  // Each once named all others: 1.7 GB of text for these.
  it('copes with thousands that share a name', () => {
    const lengths = messagesOf(5_000).map(message => message?.length ?? 0);
    expect(Math.max(...lengths)).toBeLessThan(200);
  });
});
