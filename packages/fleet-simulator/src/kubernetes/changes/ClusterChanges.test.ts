import { Change } from './Change';
import { ClusterChanges, withChanges } from './ClusterChanges';

const START_MS = Date.parse('2026-11-22T10:00:00Z');

/** A change `ms` after the start. */
function scale(ms: number): Change {
  const at = new Date(START_MS + ms);
  return { kind: 'scale', at, deployment: 'fence-deployment', replicas: 2 };
}

it('tells the changes of a commons, and those until a time', () => {
  const changes = ClusterChanges.create();
  changes.add('a.example', scale(0));
  changes.add('a.example', scale(10));

  const before = changes.before(new Date(START_MS + 10));

  expect(changes.of('a.example')).toEqual([scale(0), scale(10)]);
  expect(before.of('a.example')).toEqual([scale(0)]);
  expect(changes.of('b.example')).toEqual([]);
});

it('forgets first the commons that was changed longest ago', () => {
  const changes = ClusterChanges.create({ capacity: 3 });
  ['a.example', 'b.example', 'a.example', 'c.example'].forEach(
    (hostname, index) => changes.add(hostname, scale(index)),
  );

  expect(changes.of('b.example')).toEqual([]);
  expect(changes.of('a.example')).toHaveLength(2);
});

it('keeps the latest hundred of one commons', () => {
  const changes = ClusterChanges.create();
  Array.from({ length: 101 }, (_, index) =>
    changes.add('a.example', scale(index)),
  );

  expect(changes.of('a.example')).toHaveLength(100);
  expect(changes.of('a.example')[0]).toEqual(scale(1));
});

it('tries changes without keeping them', () => {
  const changes = ClusterChanges.create();
  const tried = withChanges(changes, 'a.example', [scale(0)]);

  expect(tried.of('a.example')).toEqual([scale(0)]);
  expect(changes.of('a.example')).toEqual([]);
});
