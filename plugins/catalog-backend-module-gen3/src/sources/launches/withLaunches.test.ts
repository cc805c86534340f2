import { mockServices } from '@backstage/backend-test-utils';
import type { PendingLaunch } from '@gen3-csoc/backstage-plugin-gen3-common';
import { applyReading } from '../../provider/applyReading';
import { guardDrops } from '../../provider/guardDrops';
import type { SourceReading } from '../types';
import { toLaunchingMember } from './toLaunchingMember';
import { withLaunches } from './withLaunches';

const signal = new AbortController().signal;
const repo = 'https://git.example/csoc/gitops.git';

const launch = (hostname: string): PendingLaunch => ({
  id: `id-of-${hostname}`,
  hostname,
  owner: 'group:default/csoc',
  file: `organprod/${hostname}/templates/app.yaml`,
  cluster: 'organprod',
  namespace: 'x',
  environment: 'organprod',
  services: [{ name: 'fence', imageTag: '2026.10' }],
  frontendRoot: 'portal',
});

/** A source whose git has these hostnames and is at `commit`; what it was asked is remembered. */
function createSource(hostnames: string[]) {
  const state = {
    hostnames,
    commit: 'c1',
    launches: async (): Promise<PendingLaunch[]> => [],
    knownVersions: new Array<string | undefined>(),
  };
  const reader = withLaunches({
    reader: {
      async read({ knownVersion }) {
        state.knownVersions.push(knownVersion);
        if (knownVersion === state.commit) return 'unchanged';
        const members = state.hostnames.map(hostname => ({
          ...toLaunchingMember(launch(hostname), { repo, location: 'x' }),
          member: `${hostname}/app.yaml`,
        }));
        return { version: state.commit, members };
      },
    },
    listLaunches: () => state.launches(),
    repo,
    logger: mockServices.logger.mock(),
  });
  const read = (knownVersion?: string) => reader.read({ knownVersion, signal });
  return { state, read };
}

function membersOf(reading: SourceReading | 'unchanged'): string[] {
  return reading === 'unchanged'
    ? []
    : reading.members.map(({ member }) => member);
}

function versionOf(reading: SourceReading | 'unchanged'): string {
  return (reading === 'unchanged' ? undefined : reading.version) ?? '';
}

describe('withLaunches', () => {
  it('adds what is on its way, as launching and not asked', async () => {
    const { state, read } = createSource(['a.example.org']);
    state.launches = async () => [launch('b.example.org')];
    const reading = await read();
    expect(membersOf(reading)).toEqual([
      'a.example.org/app.yaml',
      'change:id-of-b.example.org',
    ]);
    expect(reading).toMatchObject({
      members: [
        {},
        {
          commons: {
            hostname: 'b.example.org',
            lifecycle: 'launching',
            probing: 'off',
            provenance: { path: 'organprod/b.example.org/templates/app.yaml' },
          },
        },
      ],
    });
  });

  it('keeps what is retired, without services and place', async () => {
    const { state, read } = createSource([]);
    state.launches = async () => [
      { ...launch('b.example.org'), lifecycle: 'retired' },
    ];
    const reading = await read();
    expect(reading).toMatchObject({
      members: [
        {
          commons: {
            hostname: 'b.example.org',
            lifecycle: 'retired',
            probing: 'off',
            services: [],
          },
        },
      ],
    });
    expect(reading).not.toHaveProperty('members.0.commons.namespace');
  });

  it('leaves out what git has by now', async () => {
    const { state, read } = createSource(['a.example.org']);
    state.launches = async () => [launch('a.example.org')];
    expect(membersOf(await read())).toEqual(['a.example.org/app.yaml']);
  });

  it('is unchanged as long as git and launches are', async () => {
    const { state, read } = createSource([]);
    state.launches = async () => [launch('b.example.org')];
    const version = versionOf(await read());
    expect(await read(version)).toBe('unchanged');
    expect(state.knownVersions).toEqual([undefined, 'c1']);
  });

  it('has the same version as before when nothing is on its way', async () => {
    const { read } = createSource(['a.example.org']);
    expect(versionOf(await read())).toBe('c1');
    expect(await read('c1')).toBe('unchanged');
  });

  it.each([
    ['a launch is proposed', [launch('b.example.org')]],
    ['a launch is closed', []],
  ])('reads all again when %s', async (_, launches) => {
    const { state, read } = createSource(['a.example.org']);
    state.launches = async () => [launch('c.example.org')];
    const version = versionOf(await read());
    state.launches = async () => launches;
    expect(membersOf(await read(version))).toEqual([
      'a.example.org/app.yaml',
      ...launches.map(({ id }) => `change:${id}`),
    ]);
  });

  it('keeps what it knew when nobody can be asked', async () => {
    const { state, read } = createSource([]);
    state.launches = async () => [launch('b.example.org')];
    const version = versionOf(await read());
    state.launches = async () => {
      throw new Error('the gen3 plugin is away');
    };
    expect(await read(version)).toBe('unchanged');
    state.commit = 'c2';
    expect(membersOf(await read(version))).toEqual([
      'change:id-of-b.example.org',
    ]);
  });

  // One of two would be half of the source, which a run may not drop by itself.
  it('may let go a launch that was closed, however few commons there are', async () => {
    const { state, read } = createSource(['a.example.org']);
    const git = [
      {
        kind: 'commons' as const,
        member: 'a.example.org/app.yaml',
        commons: {
          hostname: 'a.example.org',
          hostnameFrom: 'values' as const,
          services: [],
          meshMembers: [],
          provenance: { repo, path: 'x', location: 'x' },
        },
        findings: [],
      },
    ];
    state.launches = async () => [launch('b.example.org')];
    const first = await read();
    const launching =
      first === 'unchanged'
        ? []
        : first.members.filter(({ member }) => member.startsWith('change:'));
    const now = new Date(0);
    const previous = applyReading({
      previous: [],
      readings: [...git, ...launching],
      now,
    });
    const next = applyReading({ previous, readings: git, now });
    expect(
      guardDrops({
        previous,
        next,
        maxDropPercent: 20,
        held: [],
        confirmed: [],
      }).kind,
    ).toBe('apply');
  });
});
