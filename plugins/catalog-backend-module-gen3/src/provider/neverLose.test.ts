import { TestDatabases } from '@backstage/backend-test-utils';
import { createPortalStarter } from '../__testUtils__/createPortalStarter';
import { broken, incomplete, readable } from '../__testUtils__/readings';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const startPortal = createPortalStarter(databases);

const A = 'a.example.org';
const B = 'b.example.org';
const C = 'c.example.org';
const FIVE = [A, B, C, 'd.example.org', 'e.example.org'];

describe.each(databases.eachSupportedId())('never lose a commons, %p', id => {
  it('a source that fails mutates nothing, is shown as failed and makes its task fail', async () => {
    const { portal } = await startPortal(id);
    await portal.read('git', [readable(A)]);
    const before = portal.mutations.length;

    await expect(
      portal.read('git', new Error('repository is gone')),
    ).rejects.toThrow(/Source "git" could not be read.*repository is gone/);

    expect(portal.mutations).toHaveLength(before);
    expect(await portal.status('git')).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('repository is gone'),
      lastGoodAt: '2026-11-22T10:00:00.000Z',
      counts: { commons: 1 },
    });
  });

  it('a source that fails at its first try does not clear the catalog', async () => {
    const { portal } = await startPortal(id);
    await expect(portal.read('git', new Error('down'))).rejects.toThrow();
    expect(portal.mutations).toEqual([]);
    expect(await portal.status('git')).toMatchObject({ state: 'failed' });
  });

  // Only reading was watched: such a source stayed "ok" and running although the catalog had nothing of it.
  it('a run whose reading cannot be recorded is shown as failed, without what was to be recorded', async () => {
    const { portal } = await startPortal(id);
    const twice = [readable(A, {}, 'same'), readable(B, {}, 'same')];
    await expect(portal.read('git', twice)).rejects.toThrow(
      'Source "git" was read, but that could not be recorded',
    );
    const { state, running, error } = await portal.status('git');
    expect({ state, running }).toEqual({ state: 'failed', running: false });
    expect(error).toMatch(/^The source was read, .*: .*unique/i);
    expect(error).not.toContain(A);
  });

  it('a run that the catalog takes nothing of is shown as failed until the catalog has it', async () => {
    let refuses = true;
    const { restart } = await startPortal(id);
    const portal = await restart({
      onMutation: () => {
        if (refuses) throw new Error('the catalog is full');
      },
    });
    await expect(portal.read('git', [readable(A)])).rejects.toThrow(
      'Source "git" was read, but could not be handed to the catalog; caused by Error: the catalog is full',
    );
    expect(await portal.status('git')).toMatchObject({
      state: 'failed',
      running: false,
      error:
        'The source was read, but could not be handed to the catalog: the catalog is full',
    });
    refuses = false;
    await portal.read('git', 'unchanged');
    expect(portal.systems('git')).toEqual([A]);
    expect(await portal.status('git')).toMatchObject({ state: 'ok' });
  });

  it('a run that was cancelled mutates nothing, whatever its reader returned', async () => {
    const { portal } = await startPortal(id);
    await portal.read('git', [readable(A)]);
    const before = portal.mutations.length;
    portal.say('git', [readable(B)]);

    await expect(portal.run('git', AbortSignal.abort())).rejects.toThrow();

    expect(portal.mutations).toHaveLength(before);
    expect(portal.systems('git')).toEqual([A]);
  });

  it('a member that cannot be read keeps its last good entities and is quarantined since then', async () => {
    const { portal, now } = await startPortal(id);
    await portal.read('git', [readable(A), readable(B)]);
    const before = portal.mutations.length;

    now.value = new Date('2026-11-22T11:00:00.000Z');
    await portal.read('git', [readable(A), broken(`prod/${B}`)]);
    now.value = new Date('2026-11-22T12:00:00.000Z');
    await portal.read('git', [readable(A), broken(`prod/${B}`)]);

    expect(portal.mutations).toHaveLength(before);
    expect(portal.systems('git')).toEqual([A, B]);
    expect(await portal.status('git')).toMatchObject({
      state: 'ok',
      counts: { commons: 2, quarantined: 1 },
      quarantined: [
        {
          member: `prod/${B}`,
          hostname: B,
          since: '2026-11-22T11:00:00.000Z',
          served: true,
          finding: { line: 3 },
        },
      ],
    });
  });

  it('a member whose value files are gone keeps its last complete reading, also after a restart', async () => {
    const { portal, restart } = await startPortal(id);
    await portal.read('git', [readable(A)]);
    const before = portal.mutations.length;
    const lost = incomplete('folder.example.org', `prod/${A}`);

    await portal.read('git', [lost]);
    const replica = await restart();
    await replica.read('git', [lost]);

    expect(portal.mutations).toHaveLength(before);
    expect(replica.systems('git')).toEqual([A]);
    expect(replica.entities('git')).toEqual(portal.entities('git'));
    expect(await replica.status('git')).toMatchObject({
      state: 'ok',
      quarantined: [
        { hostname: A, served: true, finding: { code: 'values-missing' } },
      ],
    });
  });

  it('a member that never was read completely changes as its values do, also after a restart', async () => {
    const { portal, restart } = await startPortal(id);
    await portal.read('git', [incomplete('folder.example.org', 'one')]);
    expect(portal.systems('git')).toEqual(['folder.example.org']);
    const replica = await restart();
    await replica.read('git', [
      incomplete('folder.example.org', 'one'),
      readable(B),
    ]);
    expect(replica.systems('git')).toEqual([B, 'folder.example.org']);
    expect(await replica.status('git')).toMatchObject({ quarantined: [] });
  });

  it('a member whose chart is not recognised any more is quarantined and not dropped', async () => {
    const { portal } = await startPortal(id, { git: { maxDropPercent: 100 } });
    await portal.read('git', [readable(A), readable(B)]);
    const before = portal.mutations.length;
    await portal.read('git', {
      version: 'w',
      members: [readable(B)],
      other: [`prod/${A}`],
    });
    expect(portal.mutations).toHaveLength(before);
    expect((await portal.status('git')).quarantined).toMatchObject([
      { hostname: A, served: true, finding: { code: 'chart-unknown' } },
    ]);
  });

  it('a quarantined member that is mended is served anew', async () => {
    const { portal } = await startPortal(id);
    await portal.read('git', [readable(A)]);
    await portal.read('git', [broken(`prod/${A}`)]);
    await portal.read('git', [readable(A, { title: 'Mended' })]);
    expect(portal.entities('git')?.map(e => e.metadata.title)).toContain(
      'Mended',
    );
    expect(await portal.status('git')).toMatchObject({ quarantined: [] });
  });

  it('a run that would drop too much is held, and confirmation releases it', async () => {
    const { portal } = await startPortal(id);
    await portal.read(
      'git',
      FIVE.map(hostname => readable(hostname)),
    );
    await portal.read('git', [readable(A), readable(B), readable(C)]);

    expect(portal.systems('git')).toEqual(FIVE);
    expect(await portal.status('git')).toMatchObject({
      state: 'held',
      held: {
        wouldDrop: ['d.example.org', 'e.example.org'],
        of: 5,
        maxDropPercent: 20,
      },
    });

    await portal.confirm('git');
    await portal.run('git');

    expect(portal.systems('git')).toEqual([A, B, C]);
    expect((await portal.status('git')).held).toBeUndefined();
    expect((await portal.status('git')).state).toBe('ok');
  });

  it('confirmation covers only the commons that were shown', async () => {
    const { portal } = await startPortal(id);
    await portal.read(
      'git',
      FIVE.map(hostname => readable(hostname)),
    );
    await portal.read('git', [readable(A), readable(B), readable(C)]);
    await portal.confirm('git');

    await portal.read('git', [readable(A)]);

    expect(portal.systems('git')).toEqual([A, B, C]);
    expect((await portal.status('git')).held).toMatchObject({
      wouldDrop: [B, C],
      of: 5,
    });
  });

  it('confirmation of a part releases that part, and the rest waits on', async () => {
    const { portal } = await startPortal(id);
    await portal.read(
      'git',
      FIVE.map(hostname => readable(hostname)),
    );
    await portal.read('git', [readable(A), readable(B), readable(C)]);

    await portal.confirm('git', ['d.example.org']);
    await portal.run('git');

    expect(portal.systems('git')).toEqual([A, B, C, 'e.example.org']);
    // One of five might go by itself; it was held and not confirmed.
    await portal.run('git');
    expect(portal.systems('git')).toEqual([A, B, C, 'e.example.org']);
    expect(await portal.status('git')).toMatchObject({
      state: 'held',
      held: { wouldDrop: ['e.example.org'] },
    });

    await expect(
      portal.confirm('git', ['d.example.org', 'e.example.org']),
    ).rejects.toThrow(
      'Source "git" does not hold back "d.example.org"; nothing was confirmed',
    );
    await portal.confirm('git', ['e.example.org']);
    await portal.run('git');
    expect(portal.systems('git')).toEqual([A, B, C]);
    expect((await portal.status('git')).state).toBe('ok');
  });

  it('a confirmation given while a run is under way counts for the part that this run holds', async () => {
    const { portal } = await startPortal(id);
    await portal.read(
      'git',
      FIVE.map(hostname => readable(hostname)),
    );
    await portal.read('git', [readable(A), readable(B), readable(C)]);
    await portal.confirm('git', ['d.example.org']);
    portal.beforeAnswer(() => portal.confirm('git', ['e.example.org']));
    await portal.run('git');
    expect(portal.systems('git')).toEqual([A, B, C, 'e.example.org']);
    portal.beforeAnswer(async () => {});
    await portal.run('git');
    expect(portal.systems('git')).toEqual([A, B, C]);
  });

  it('an empty repository is held', async () => {
    const { portal } = await startPortal(id, { git: { maxDropPercent: 100 } });
    await portal.read('git', [readable(A)]);
    await portal.read('git', []);
    expect(portal.systems('git')).toEqual([A]);
    expect((await portal.status('git')).state).toBe('held');
  });

  it('a held run that comes to nothing is forgotten', async () => {
    const { portal } = await startPortal(id);
    await portal.read('git', [readable(A), readable(B)]);
    await portal.read('git', [readable(A)]);
    await portal.read('git', [readable(A), readable(B)]);
    expect((await portal.status('git')).state).toBe('ok');
    await expect(portal.confirm('git')).rejects.toThrow(/nothing to confirm/);
  });

  it('a second commons that claims a hostname is quarantined, even when it sorts first', async () => {
    const { portal } = await startPortal(id);
    await portal.read('git', [readable(A, {}, 'prod/original')]);
    const before = portal.mutations.length;

    await portal.read('git', [
      readable(A, { title: 'Impostor' }, 'dev/copy'),
      readable(A, {}, 'prod/original'),
    ]);

    expect(portal.mutations).toHaveLength(before);
    expect((await portal.status('git')).quarantined).toMatchObject([
      {
        member: 'dev/copy',
        served: false,
        finding: {
          message: `"dev/copy" claims the hostname "${A}", which "prod/original" already has`,
        },
      },
    ]);
  });

  it('a restart during an outage shows what was known before', async () => {
    const { portal, restart } = await startPortal(id);
    await portal.read('git', [readable(A), readable(B)]);

    const restarted = await restart();
    await expect(restarted.read('git', new Error('down'))).rejects.toThrow();

    expect(restarted.systems('git')).toEqual([A, B]);
    expect(restarted.mutations).toHaveLength(1);
    expect(restarted.mutations[0]).toEqual(portal.mutations[0]);
  });

  it('unchanged input gives no mutation, also when the reader reads it anew', async () => {
    const { portal } = await startPortal(id);
    await portal.read('git', [readable(A), readable(B)]);
    await portal.read('git', [readable(B), readable(A)]);
    await portal.read('git', {
      version: 'w',
      members: [readable(A), readable(B)],
    });
    await portal.read('git', 'unchanged');
    expect(portal.mutations).toHaveLength(1);
    expect((await portal.status('git')).commit).toBe('w');
    expect(portal.logged).toMatchObject([
      { fields: { outcome: 'read', mutations: 1 } },
      { fields: { outcome: 'read', mutations: 0 } },
      { fields: { outcome: 'read', mutations: 0 } },
      { fields: { outcome: 'unchanged', mutations: 0 } },
    ]);
  });

  it('of two sources for one commons the first owns it, and the second adds what it lacks', async () => {
    const { portal } = await startPortal(id, { git: {}, list: {} });
    await portal.read('list', [
      readable(A, { namespace: 'heart', title: 'Heart' }),
    ]);
    expect(portal.systems('list')).toEqual([A]);

    await portal.read('git', [
      readable(A, {
        environment: 'prod',
        services: [{ name: 'fence', imageTag: '2026.08' }],
      }),
    ]);

    expect(portal.systems('git')).toEqual([A]);
    expect(portal.systems('list')).toEqual([]);
    const system = portal.entities('git')?.find(e => e.kind === 'System');
    expect(system?.metadata.title).toBe('Heart');
    expect(system?.metadata.annotations).toMatchObject({
      'gen3.org/source': 'git',
      'gen3.org/environment': 'prod',
      'gen3.org/services': 'fence',
    });
    expect((await portal.status('list')).findings).toMatchObject([
      {
        code: 'sources-disagree',
        message: expect.stringContaining(
          'only here: indexd; image tag of fence is "2026.07" here and "2026.08" there',
        ),
      },
    ]);
  });

  it('a commons that its owner loses is taken over before it is let go', async () => {
    const { portal } = await startPortal(id, {
      git: { maxDropPercent: 100 },
      list: {},
    });
    await portal.read('git', [readable(A), readable(B)]);
    await portal.read('list', [readable(A)]);
    const before = portal.mutations.length;

    await portal.read('git', [readable(B)]);

    expect(portal.systems('list')).toEqual([A]);
    expect(portal.systems('git')).toEqual([B]);
    const steps = portal.mutations
      .slice(before)
      .map(({ provider, mutation }) => `${provider} ${mutation.type}`);
    expect(steps).toEqual([
      'gen3:git delta',
      'gen3:list delta',
      'gen3:git full',
      'gen3:list full',
    ]);
  });

  // People can delete entities in the catalog, and they never came back.
});
