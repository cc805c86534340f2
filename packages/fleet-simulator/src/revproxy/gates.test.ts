import { createCommons } from '../__testUtils__/createCommons';
import { decide } from '../__testUtils__/decide';
import { Fault } from '../faults/types';

const commons = createCommons({
  services: ['arborist', 'fence', 'gen3-workflow', 'hatchery', 'portal'],
});

// label, path, faults, delay of the answer
const WAITS: Array<[string, string, Record<string, Fault>, number]> = [
  [
    'at the gate of arborist for a slow arborist',
    '/lw-workspace/_status',
    { arborist: { slowMs: 700 } },
    700,
  ],
  [
    'at the denylist for a slow fence',
    '/workflows/_status',
    { fence: { slowMs: 700 } },
    700,
  ],
  [
    'at the denylist for a fence that is slow to fail',
    '/workflows/_status',
    { fence: { slowMs: 700, status: 500 } },
    700,
  ],
  [
    'for the gate and for the service behind it',
    '/workflows/_status',
    { fence: { slowMs: 700 }, 'gen3-workflow': { slowMs: 30 } },
    730,
  ],
  [
    'nowhere when nobody is let in anyway',
    '/user/metrics',
    { fence: { slowMs: 700 }, arborist: { slowMs: 700 } },
    0,
  ],
  [
    'for nobody who resets the connection',
    '/lw-workspace/_status',
    { arborist: { slowMs: 700, reset: true } },
    0,
  ],
];

// Sub-requests were taken to be answered at once, so a slow arborist showed nowhere but on its own paths.
it.each(WAITS)('waits %s', (_label, path, faults, delayMs) => {
  expect(decide(commons, path, faults)).toMatchObject({
    kind: 'reply',
    delayMs,
  });
});

it('does not wait at a gate for a service that is not there', () => {
  const without = createCommons({ services: ['hatchery', 'portal'] });

  expect(
    decide(without, '/lw-workspace/_status', { arborist: { slowMs: 700 } }),
  ).toMatchObject({ kind: 'reply', delayMs: 0 });
});
