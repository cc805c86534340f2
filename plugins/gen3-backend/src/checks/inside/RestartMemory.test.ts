import type { KubernetesPod } from '@gen3-csoc/backstage-plugin-gen3-node';
import { container, pod } from './__testUtils__/kubernetesObjects';
import { RestartMemory } from './RestartMemory';

const START = Date.parse('2026-11-27T12:00:00Z');
const place = { cluster: 'east', namespace: 'heart' };

const at = (minutes: number) => START + minutes * 60_000;

/** A pod whose container ended a second before it is looked at. */
function restarted(restartCount: number, minutes: number, name = 'fence-1') {
  const finishedAt = new Date(at(minutes) - 1_000).toISOString();
  const containers = [
    container({ restartCount, lastState: { terminated: { finishedAt } } }),
  ];
  return pod({
    name,
    metadata: { uid: `uid of ${name}` },
    status: { containerStatuses: containers },
  });
}

/** What is remembered of a pod that is looked at with so many restarts, each `[restarts, minutes]`. */
function seeEach(memory: RestartMemory, looks: [number, number][]) {
  return looks.map(([restarts, minutes]) =>
    memory
      .see([restarted(restarts, minutes)], place, at(minutes))
      .get('fence-1'),
  );
}

describe('RestartMemory', () => {
  it('knows nothing of what was before it looked first', () => {
    expect(seeEach(RestartMemory.create(), [[50, 0]])).toEqual([0]);
  });

  it('counts how often a pod restarted since', () => {
    const looks: [number, number][] = [
      [50, 0],
      [51, 1],
      [53, 7],
      [60, 20],
    ];
    expect(seeEach(RestartMemory.create(), looks)).toEqual([0, 1, 3, 10]);
  });

  it('forgets what was more than an hour ago', () => {
    const looks: [number, number][] = [
      [50, 0],
      [60, 10],
      [61, 65],
      [61, 90],
    ];
    expect(seeEach(RestartMemory.create(), looks)).toEqual([0, 10, 1, 0]);
  });

  it('counts from anew when another pod has the name', () => {
    const looks: [number, number][] = [
      [50, 0],
      [0, 1],
      [0, 6],
      [4, 10],
    ];
    expect(seeEach(RestartMemory.create(), looks)).toEqual([0, 0, 0, 4]);
  });

  it('goes on after the clock was set back', () => {
    const memory = RestartMemory.create();
    const looks: [number, number][] = [
      [50, 0],
      [60, -600],
      [64, -590],
    ];
    expect(seeEach(memory, looks)).toEqual([0, 0, 4]);
    expect(memory.size).toBe(1);
  });

  it('takes the container that restarts most, and not their sum', () => {
    const memory = RestartMemory.create();
    const terminated = { finishedAt: new Date(START).toISOString() };
    const see = (fence: number, proxy: number) =>
      memory.see(
        [
          pod({
            status: {
              containerStatuses: [
                container({ restartCount: fence, lastState: { terminated } }),
                container({
                  name: 'proxy',
                  restartCount: proxy,
                  lastState: { terminated },
                }),
              ],
            },
          }),
        ],
        place,
        START,
      );
    expect(see(1, 90).get('fence-1')).toBe(0);
    expect(see(5, 92).get('fence-1')).toBe(4);
  });

  it('keeps pods of one name in two namespaces apart', () => {
    const memory = RestartMemory.create();
    const see = (restarts: number, namespace: string) =>
      memory.see(
        [pod({ status: restarted(restarts, 0).status })],
        { cluster: 'east', namespace },
        START,
      );
    see(1, 'heart');
    expect(see(9, 'lung').get('fence-1')).toBe(0);
  });

  it('remembers no pod that did not restart within the hour', () => {
    const memory = RestartMemory.create();
    const calm = container({
      restartCount: 9,
      lastState: {
        terminated: { finishedAt: new Date(at(-61)).toISOString() },
      },
    });
    const pods: KubernetesPod[] = [
      pod(),
      pod({ name: 'calm', status: { containerStatuses: [calm] } }),
    ];
    expect([...memory.see(pods, place, START).values()]).toEqual([0, 0]);
    expect(memory.size).toBe(0);
  });

  it('lets go of pods that are gone', () => {
    const memory = RestartMemory.create();
    memory.see([restarted(1, 0, 'gone')], place, at(0));
    memory.see([restarted(1, 70, 'other')], place, at(70));
    expect(memory.size).toBe(1);
  });

  it('never grows beyond its limit, however many pods restart', () => {
    const memory = RestartMemory.create({ maxContainers: 10 });
    for (let index = 0; index < 100; index++) {
      memory.see([restarted(1, 0, `fence-${index}`)], place, at(0));
    }
    expect(memory.size).toBeLessThanOrEqual(11);
  });

  it('holds a dozen counts of a pod that restarts all the time, and still knows the hour', () => {
    const memory = RestartMemory.create();
    const looks = Array.from({ length: 180 }, (_, minute): [number, number] => [
      minute,
      minute,
    ]);
    const last = seeEach(memory, looks).at(-1);
    expect(last).toBeGreaterThanOrEqual(55);
    expect(last).toBeLessThanOrEqual(60);
  });
});
