import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  createServiceRegistry,
  editOptionsSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { HelmRenderer } from '@gen3-csoc/backstage-plugin-gen3-node';
import { createFakeHost } from '../changes/__testUtils__/createFakeHost';
import { createTarget } from '../changes/__testUtils__/createTarget';
import {
  editedFiles,
  FOLDER,
  HEART,
  VALUES,
} from '../__testUtils__/editedCommons';
import { heart } from './__testUtils__/commonsInGit';
import {
  EditOptionsService,
  type EditOptionsServiceOptions,
} from './EditOptionsService';

const caller = { access: undefined, signal: new AbortController().signal };
const REF = `system:default/${HEART}`;
const APP = `${FOLDER}/templates/app.yaml`;

/** The service over a branch that holds these files, what it was asked, and a clock. */
function create(given: Partial<EditOptionsServiceOptions> = {}) {
  const held = new Map(Object.entries(editedFiles));
  const clock = { now: Date.UTC(2026, 10, 1) };
  const reads = { count: 0 };
  const finds = { count: 0 };
  const service = EditOptionsService.create({
    registry: createServiceRegistry(),
    helm: HelmRenderer.create(),
    targets: {
      require: () => ({
        target: createTarget({
          repoUrl: 'https://git.example/csoc/gitops.git',
        }),
        host: {
          ...createFakeHost(),
          findFiles: async ({ matching }) => {
            finds.count += 1;
            return [...held.keys()].filter(matching);
          },
          readFiles: async ({ paths }) => {
            if (paths.includes(APP)) reads.count += 1;
            return new Map(paths.map(path => [path, held.get(path)]));
          },
        },
      }),
    },
    hostnameOf: async () => HEART,
    findCommons: async () => ({ ...heart, path: APP }),
    findOpenChange: async () => undefined,
    now: () => clock.now,
    ...given,
  });
  return { service, held, clock, reads, finds };
}

describe('EditOptionsService', () => {
  it('says what git says, in the shape of the contract', async () => {
    const { service } = create();
    const answer = editOptionsSchema.parse(await service.get(REF, caller));
    expect(answer).toMatchObject({
      hostname: HEART,
      release: '2026.10',
      maintenance: 'off',
      asOf: '2026-11-01T00:00:00.000Z',
    });
    expect(answer.services.map(({ name, tag }) => `${name} ${tag}`)).toEqual([
      'fence 2026.10',
      'indexd 2026.10',
    ]);
    expect(answer.openChange).toBeUndefined();
  });

  it('names the change that is open, also when git was read before', async () => {
    const open = {
      id: 'c-1',
      title: 'Scale',
      author: 'user:default/alma-reyes',
      state: 'open' as const,
    };
    let isOpen = false;
    const { service } = create({
      findOpenChange: async () => (isOpen ? open : undefined),
    });
    await service.get(REF, caller);
    isOpen = true;
    expect((await service.get(REF, caller)).openChange).toEqual(open);
  });

  it('reads git once in half a minute, however many ask', async () => {
    const { service, clock, reads, held } = create();
    await Promise.all([service.get(REF, caller), service.get(REF, caller)]);
    expect(reads.count).toBe(1);
    held.set(VALUES, `${held.get(VALUES)}  maintenanceMode: 'on'\n`);
    expect((await service.get(REF, caller)).maintenance).toBe('off');
    clock.now += 31_000;
    expect((await service.get(REF, caller)).maintenance).toBe('on');
    expect(reads.count).toBe(2);
  });

  it('asks each time whether the caller may see the commons', async () => {
    let maySee = true;
    const { service } = create({
      hostnameOf: async () => {
        if (!maySee) throw new NotFoundError('No such commons');
        return HEART;
      },
    });
    await service.get(REF, caller);
    maySee = false;
    await expect(service.get(REF, caller)).rejects.toThrow('No such commons');
  });

  it('refuses as edits do, and asks again next time', async () => {
    const { service, held } = create();
    const values = held.get(VALUES) ?? '';
    held.set(VALUES, 'fence: [');
    await expect(service.get(REF, caller)).rejects.toThrow(/is not valid YAML/);
    held.set(VALUES, values);
    await expect(service.get(REF, caller)).resolves.toMatchObject({
      hostname: HEART,
    });
  });

  /** The Application, with that in place of the files of its values. */
  const withoutValueFiles = (application = '', instead = '') =>
    application.replace(/ +valueFiles:\n( +- .*\n)+/, instead);

  it('refuses a commons without a file of values', async () => {
    const { service, held } = create();
    held.set(APP, withoutValueFiles(held.get(APP)));
    const refusal = service.get(REF, caller);
    await expect(refusal).rejects.toThrow(ConflictError);
    await expect(refusal).rejects.toThrow(
      'The Application names no values file of the repository that a value could be set in',
    );
  });

  it('takes one that is stood down: it can be removed', async () => {
    const { service, held } = create();
    const inline =
      "        valuesObject: { global: { maintenanceMode: 'on' } }\n";
    held.set(APP, withoutValueFiles(held.get(APP), inline));
    await expect(service.get(REF, caller)).resolves.toMatchObject({
      maintenance: 'on',
    });
  });

  it('does not ask for the whole tree, which a host sends to find files', async () => {
    const { service, finds } = create();
    await service.get(REF, caller);
    expect(finds.count).toBe(0);
  });
});
