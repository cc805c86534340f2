import { createFakeHost } from './__testUtils__/createFakeHost';
import { createTarget } from './__testUtils__/createTarget';
import { ChangeTargets } from './ChangeTargets';

/** Two sources, of which one is on this machine. */
function create() {
  const made: string[] = [];
  const targets = ChangeTargets.create({
    targets: [
      createTarget({ id: 'here' }),
      createTarget({ id: 'away', url: 'https://git.example.org/a.git' }),
    ],
    createHost: ({ id, url }) => {
      if (!url.startsWith('file://')) return undefined;
      made.push(id);
      return createFakeHost();
    },
  });
  return { targets, made };
}

describe('ChangeTargets', () => {
  it('knows its sources in the order of config', () => {
    const { targets } = create();
    expect(targets.ids()).toEqual(['here', 'away']);
    expect(targets.find('away')?.url).toBe('https://git.example.org/a.git');
    expect(targets.find('nowhere')).toBeUndefined();
  });

  it('tells which of them take changes', () => {
    expect(create().targets.list()).toEqual([
      { id: 'here', takesChanges: true },
      { id: 'away', takesChanges: false },
    ]);
  });

  it('makes the host of a repository once', () => {
    const { targets, made } = create();
    const { host, target } = targets.require('here');
    expect(targets.require('here').host).toBe(host);
    expect([target.id, made]).toEqual(['here', ['here']]);
  });

  it('names the sources that there are when it is asked for another', () => {
    expect(() => create().targets.require('nowhere')).toThrow(
      'There is no managed gitops source "nowhere" (catalog.providers.gen3.nowhere); known are here, away',
    );
  });

  it('says why a repository elsewhere takes no changes', () => {
    expect(() => create().targets.require('away')).toThrow(
      /"away" is not on this machine/,
    );
  });
});
