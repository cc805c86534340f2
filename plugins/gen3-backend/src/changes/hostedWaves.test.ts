import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { ChangeFile } from '@gen3-csoc/backstage-plugin-gen3-common';
import { migrate } from '../__testUtils__/testDatabases';
import { ALMA, newLaunch, TOMAS } from './__testUtils__/changeRecords';
import { createFakeGithub, REPOSITORY } from './__testUtils__/createFakeGithub';
import { ChangePublisher } from './ChangePublisher';
import { ChangeService } from './ChangeService';
import { DatabaseChangeStore } from './DatabaseChangeStore';
import { ChangeFollower } from './follow/ChangeFollower';
import type { StepSight } from './follow/LaunchSight';

jest.setTimeout(60_000);

const HOUR_MS = 3_600_000;
const LUNG = 'lung.example.org';
const PAGE = `${REPOSITORY}/pull/2`;
const FILES: ChangeFile[] = [
  { path: 'lung.yaml', before: 'tag: 1\n', after: 'tag: 2\n' },
];
const { signal } = new AbortController();

describe('a change at a host that waits for the wave before', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  /** Heart is open at GitHub, and Alma's upgrade of lung waits for it; `told` has who was told what. */
  async function propose(given: { files?: ChangeFile[] } = {}) {
    const { files = FILES } = given;
    const world = { now: 0 };
    const told: [string, string | StepSight][] = [];
    const news = {
      ended: async ({
        id,
        endReason = '',
      }: {
        id: string;
        endReason?: string;
      }) => {
        told.push([id, endReason]);
      },
      stuck: async ({ id }: { id: string }, step: StepSight) => {
        told.push([id, step]);
      },
    };
    const { texts, targets } = createFakeGithub();
    files.forEach(({ path, before = '' }) => texts.set(`main/${path}`, before));
    const knex = await migrate(await databases.init('SQLITE_3'));
    const store = DatabaseChangeStore.create({ knex, now: () => world.now });
    const logger = mockServices.logger.mock();
    const findPerson = async () => ({ name: 'Alma', email: 'a@example.org' });
    const deps = { store, targets, findPerson, logger, news };
    const follower = ChangeFollower.create({
      ...deps,
      publisher: ChangePublisher.create(deps),
      now: () => world.now,
      readCommons: async () => undefined,
      reconciliationMs: 180_000,
    });
    const service = ChangeService.create({ ...deps, settle: async () => {} });
    await store.begin(newLaunch({ host: 'github', branch: 'heart' }));
    await store.begin(
      newLaunch({
        id: 'b',
        kind: 'upgrade',
        hostname: LUNG,
        title: `Upgrade ${LUNG}`,
        host: 'github',
        branch: 'lung',
        files,
        request: {
          kind: 'upgrade',
          hostname: LUNG,
          release: '2026.10',
          imageTags: {},
          after: ['a'],
        },
      }),
    );
    const caller = (userRef: string, isTemplate = false) => ({
      access: undefined,
      userRef,
      mayApprove: false,
      isTemplate,
    });
    return {
      world,
      texts,
      told,
      store,
      follow: () => follower.run(signal),
      get: (userRef = ALMA) => service.get('b', caller(userRef)),
      open: (userRef = ALMA, isTemplate?: boolean) =>
        service.open('b', caller(userRef, isTemplate), { signal }),
      opened: (url = PAGE) => service.opened('b', caller(ALMA), { url }),
      close: () => service.close('b', caller(ALMA), { signal }),
      /** Heart has succeeded, and somebody has seen it answer. */
      succeed: async () => {
        await store.writeSteps('a', [
          { id: 'probes', state: 'done', evidence: [], advice: undefined },
        ]);
        await store.advance('a', { from: 'proposing', to: 'succeeded' });
      },
    };
  }

  /** As {@link propose}, and its wave has come. */
  async function call(given: { files?: ChangeFile[] } = {}) {
    const portal = await propose(given);
    await portal.succeed();
    await portal.follow();
    return portal;
  }

  it('is reserved, says what it waits for, and is not given up after an hour', async () => {
    const { world, store, follow, get, told } = await propose();
    await store.advance('a', { from: 'proposing', to: 'open' }, { url: PAGE });
    await store.advance('a', { from: 'open', to: 'merged' });
    await follow();
    world.now = 3 * HOUR_MS;
    await follow();
    const details = await get();
    expect(details).toMatchObject({
      state: 'proposing',
      waits: { for: ['a'], turn: 'others' },
      may: { approve: false, merge: false, close: true },
      whyNot: 'It waits for other changes to succeed.',
    });
    expect(details).not.toHaveProperty('pullRequest');
    expect(details.may).not.toHaveProperty('open');
    expect(told).not.toContainEqual(['b', expect.anything()]);
  });

  it('keeps its files back until the wave has come, and says what it waits for', async () => {
    const { open, opened, get } = await propose();
    const refusal = `"Upgrade ${LUNG}" cannot be opened yet. It waits for "Launch heart.example.org" (proposing).`;
    await expect(open()).rejects.toThrow(refusal);
    await expect(opened()).rejects.toThrow(refusal);
    expect((await get()).state).toBe('proposing');
  });

  it('calls its author once when the wave has come, and waits for them', async () => {
    const { world, follow, get, told } = await call();
    world.now = 30 * 24 * HOUR_MS;
    await follow();
    expect(told).toEqual([
      [
        'b',
        {
          id: 'proposed',
          state: 'stuck',
          evidence: ['The wave before has succeeded, and its commons answer'],
          advice: {
            likely: expect.stringContaining('at github is to be opened'),
            fix: expect.stringMatching(/^Alma opens it: "Open pull request"/),
          },
        },
      ],
    ]);
    const details = await get();
    expect(details).toMatchObject({
      state: 'proposing',
      step: { id: 'proposed', state: 'stuck' },
      waits: { turn: 'author' },
      may: { close: true, open: true },
      whyNot: 'The wave before has succeeded: open its pull request at github.',
    });
    expect(details).not.toHaveProperty('pullRequest');
    const others = await get(TOMAS);
    expect(others.may).not.toHaveProperty('open');
    expect(others.whyNot).toBe(
      'alma proposed it, and opens its pull request at github.',
    );
  });

  it('gives its author what to open, and goes on as any other', async () => {
    const { texts, follow, open, opened, get } = await call();
    expect(await open()).toMatchObject({
      state: 'proposing',
      waits: { turn: 'author' },
      pullRequest: {
        repository: REPOSITORY,
        base: 'main',
        message: `Launch ${LUNG}\n\nChange: b\n`,
        files: [{ path: 'lung.yaml', after: 'tag: 2\n' }],
      },
    });
    await opened();
    texts.set('lung/lung.yaml', 'tag: 2\n');
    await follow();
    const details = await get();
    expect(details).toMatchObject({
      state: 'open',
      url: PAGE,
      step: { id: 'checks', state: 'running' },
    });
    expect(details).not.toHaveProperty('waits');
  });

  // A task that stopped after it had told the portal runs once more, and was refused though all was done.
  it('says where it is when its author opens it once more', async () => {
    const { store, open, opened } = await call();
    await opened();
    const again = await open();
    expect(again).toMatchObject({ state: 'open', url: PAGE });
    expect(again).not.toHaveProperty('pullRequest');
    await expect(open(TOMAS)).rejects.toThrow('Only alma, who proposed');
    await store.advance('b', { from: 'open', to: 'merged' });
    await expect(open()).rejects.toThrow(
      `is merged and has the pull request ${PAGE}: there is nothing to open`,
    );
  });

  it('is opened once by two at once: the first page counts', async () => {
    const { open, opened, get } = await call();
    const [one, other] = await Promise.all([open(), open()]);
    expect(one.pullRequest).toEqual(other.pullRequest);
    const pages = [PAGE, `${REPOSITORY}/pull/3`];
    const told = await Promise.allSettled(pages.map(opened));
    expect(told.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    const { state, url } = await get();
    expect([state, pages]).toEqual(['open', expect.arrayContaining([url])]);
  });

  it('is for its author alone to open', async () => {
    const { open } = await call();
    await expect(open(TOMAS, true)).rejects.toThrow(
      `Only alma, who proposed "Upgrade ${LUNG}", opens its pull request`,
    );
  });

  it.each([
    ['changed', 'tag: 1 # ours\n'],
    ['removed', undefined],
  ])('is not opened when others have %s its files', async (_, text) => {
    const { texts, open, get } = await call();
    if (text === undefined) texts.delete('main/lung.yaml');
    else texts.set('main/lung.yaml', text);
    await expect(open()).rejects.toThrow(
      `"lung.yaml" is not in main as it was when "Upgrade ${LUNG}" was proposed: close the change, and propose it anew`,
    );
    expect((await get()).may).toMatchObject({ close: true });
  });

  it('gives files with secrets to the template of its author alone', async () => {
    const secret = 'password: "Geheim-1234"\n';
    const files = [
      { path: 'a.yaml', before: secret, after: `${secret}b: 1\n` },
    ];
    const { open } = await call({ files });
    await expect(open()).rejects.toThrow(
      'hold secrets, which the portal gives to nobody: open it by the template "Open a change"',
    );
    expect((await open(ALMA, true)).pullRequest?.files).toEqual([
      { path: 'a.yaml', after: `${secret}b: 1\n` },
    ]);
  });

  it('is given up when the wave before does not succeed', async () => {
    const { store, follow, get, open, told } = await propose();
    await store.advance('a', { from: 'proposing', to: 'abandoned' });
    await expect(open()).rejects.toThrow(
      'is not opened any more. The wave before did not succeed: "Launch heart.example.org" is abandoned.',
    );
    await follow();
    expect(await get()).toMatchObject({ state: 'abandoned' });
    expect(told).toEqual([
      ['b', expect.stringContaining('The wave before did not succeed')],
    ]);
    await expect(open()).rejects.toThrow('is abandoned: there is nothing');
  });

  it('can be closed instead, and is not opened after that', async () => {
    const { close, open, opened } = await call();
    expect((await close()).state).toBe('abandoned');
    await expect(open()).rejects.toThrow('is abandoned: there is nothing');
    await expect(opened()).rejects.toThrow('is abandoned');
  });

  it('has no pull request where it is reviewed in the portal', async () => {
    const { store } = await propose();
    const local = ChangeService.create({
      store,
      targets: createFakeGithub().targets,
      findPerson: async () => ({ name: 'Alma', email: 'a@example.org' }),
      settle: async () => {},
      news: { ended: async () => {} },
      logger: mockServices.logger.mock(),
    });
    await store.begin(newLaunch({ id: 'c', hostname: 'brain.example.org' }));
    const caller = { access: undefined, userRef: ALMA, mayApprove: false };
    await expect(local.open('c', caller, { signal })).rejects.toThrow(
      'is reviewed in this portal and has no pull request',
    );
  });
});
