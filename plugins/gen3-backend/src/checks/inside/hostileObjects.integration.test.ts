import {
  createServiceRegistry,
  OUTCOMES,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import fc from 'fast-check';
import { hostileLists } from './__testUtils__/hostileLists';
import { NOW } from './__testUtils__/kubernetesObjects';
import { clientOf } from './__testUtils__/clientOf';
import { createInsideChecks } from './createInsideChecks';

jest.setTimeout(60_000);

describe('hostile objects', () => {
  it('always come to an outcome with a reason, whatever is in their fields', async () => {
    const registry = createServiceRegistry();
    const { signal } = new AbortController();
    await fc.assert(
      fc.asyncProperty(hostileLists, async lists => {
        const checks = createInsideChecks({
          client: clientOf(lists),
          registry,
          now: () => NOW,
          target: {
            entityRef: 'system:default/heart.example',
            hostname: 'heart.example',
            baseUrl: 'https://heart.example',
            services: ['fence', 'guppy', 'metadata'],
            frontendRoot: 'portal',
            kubernetes: { cluster: 'east', namespace: 'heart' },
          },
        });
        const results = await Promise.all(
          checks.map(each => each.run({ signal })),
        );
        expect(results.map(({ checkId }) => checkId)).toEqual(
          checks.map(({ id }) => id),
        );
        expect(results.length).toBeGreaterThan(9);
        for (const { outcome, reason, checkedAt } of results) {
          expect(OUTCOMES).toContain(outcome);
          expect(reason).not.toMatch(/undefined|NaN|\[object|\p{C}/u);
          expect(reason.length).toBeLessThan(600);
          expect(Number.isNaN(Date.parse(checkedAt))).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });
});
