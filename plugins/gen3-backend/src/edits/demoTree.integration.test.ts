import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  BareRepositoryChangeHost,
  HelmRenderer,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  createBareRepository,
  type TestRepository,
} from '../__testUtils__/createBareRepository';
import { applySettings } from './applySettings';
import { planEdit } from './planEdit';
import type { EditableCommons } from './EditableCommons';
import { type GitContext, readCommonsInGit } from './readCommonsInGit';
import { readOwnFiles } from './readOwnFiles';

// These tests start git and helm.
jest.setTimeout(60_000);

const registry = createServiceRegistry();
const { signal } = new AbortController();
const TREE = resolve(__dirname, '../../../../examples/gitops');

/** In all layouts that there are; the last one is a template. */
const COMMONS = [
  ['heart.example.org', 'organprod/heart.example.org/templates/app.yaml'],
  ['imaging.example', 'imagingprod/imaging.example/app.yaml'],
  ['eye.example', 'environments/eye/templates/application.yaml'],
] as const;

function readTree(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(TREE, { recursive: true, withFileTypes: true }).flatMap(
      file => {
        const path = join(file.parentPath, file.name);
        return file.isFile()
          ? [[path.slice(TREE.length + 1), readFileSync(path, 'utf8')]]
          : [];
      },
    ),
  );
}

describe('edits of the tree that the demo starts from', () => {
  let repository: TestRepository;

  beforeAll(() => {
    repository = createBareRepository();
    repository.commit(readTree());
  });

  afterAll(() => repository.remove());

  const contextOf = (): GitContext => ({
    target: {
      id: 'demo',
      url: repository.url,
      repoUrl: 'https://git.example/csoc/gitops.git',
      branch: 'main',
      layout: 'gen3-gitops',
      chart: { repoUrl: 'x', chart: 'gen3', revision: '1' },
      charts: ['gen3', 'helm/gen3'],
      clusters: {},
    },
    host: BareRepositoryChangeHost.create({
      url: repository.url,
      committer: { name: 'Portal', email: 'portal@csoc.example' },
    }),
    helm: HelmRenderer.create(),
    signal,
  });

  function commonsAt(path: string): EditableCommons {
    const hostname = hostnameAt(path);
    return {
      entityRef: `system:default/${hostname}`,
      hostname,
      title: hostname,
      owner: 'group:default/csoc',
      tier: 'production',
      source: 'demo',
      path,
      application: undefined,
      cluster: undefined,
      environment: undefined,
    };
  }

  const read = (path: string) => readCommonsInGit(commonsAt(path), contextOf());

  /** What its values say; the folder of one is named after something else. */
  function hostnameAt(path: string): string {
    const folder = path.replace(/\/(templates\/)?[^/]+$/, '');
    const files = repository.files().filter(each => each.startsWith(folder));
    const texts = files.map(each => repository.show(each));
    const [, hostname = ''] =
      texts.join('\n').match(/^ {2}hostname: (\S+)$/m) ?? [];
    return hostname;
  }

  it.each(COMMONS)(
    'upgrades %s by its tags and nothing else',
    async (_, path) => {
      const inGit = await read(path);
      const { hostname } = inGit.commons;
      const plan = planEdit(
        { kind: 'upgrade', hostname, release: '2031.10', imageTags: {} },
        inGit,
        { registry, ownFiles: [] },
      );
      const { files } = applySettings(inGit, plan.settings);
      const changed = files.flatMap(({ before = '', after = '' }) => {
        const old = before.split('\n');
        return after.split('\n').filter((line, index) => line !== old[index]);
      });
      expect(changed.length).toBeGreaterThan(3);
      expect(changed.filter(line => !/^ +tag: '2031\.10'$/.test(line))).toEqual(
        [],
      );
    },
  );

  it.each(COMMONS)('knows the folder of %s for its own', async (_, path) => {
    const { application } = await read(path);
    const { releaseName } = application;
    const commons = { ...commonsAt(path), releaseName };
    expect(await readOwnFiles(commons, contextOf())).toContain(path);
    expect(application.beside).toEqual([]);
  });
});
