import {
  ChartError,
  HelmError,
  HelmRenderer,
  type StoredChart,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManifestRenderer } from '../../preview/ManifestRenderer';
import { readRendering } from './readRendering';

// These tests start helm.
jest.setTimeout(60_000);

const { signal } = new AbortController();
const chart = { repoUrl: 'https://helm.example', chart: 'gen3', revision: '1' };

describe('readRendering', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gen3-test-rendering-'));
    mkdirSync(join(folder, 'templates'));
    writeFileSync(
      join(folder, 'Chart.yaml'),
      'apiVersion: v2\nname: gen3\nversion: 1.0.0\n',
    );
    writeFileSync(
      join(folder, 'templates/a.yaml'),
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { host: {{ .Values.global.hostname }} }\n',
    );
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const stored = async (): Promise<StoredChart> => ({
    key: 'k',
    folder,
    version: '1.0.0',
    missing: [],
  });

  const read = (
    values: string,
    given: {
      get?: () => Promise<StoredChart>;
      isAsked?: boolean;
      helm?: Pick<HelmRenderer, 'renderFolder'>;
    } = {},
  ) =>
    readRendering({
      charts: { get: given.get ?? stored },
      renderer: ManifestRenderer.create({ helm: given.helm }),
      chart,
      isAsked: given.isAsked,
      rendering: { values, releaseName: 'heart', namespace: 'heart' },
      signal,
    });

  it('says of values that render that they do', async () => {
    expect(await read('global: { hostname: a.example.org }')).toEqual({
      known: true,
      value: { renders: true },
    });
  });

  it('shortens what helm complains of to its place and cause', async () => {
    expect(await read('fence: { password: hunter2 }')).toMatchObject({
      known: true,
      value: {
        renders: false,
        how: expect.stringMatching(
          /^helm refuses "[^"]*templates\/a\.yaml", line 4: it looks into a value that is not set/,
        ),
      },
    });
  });

  it('does not know it without helm', async () => {
    const helm = HelmRenderer.create({ binary: 'no-such-helm' });
    expect(await read('a: 1', { helm })).toMatchObject({
      known: false,
      why: expect.stringContaining('"no-such-helm"'),
    });
  });

  it('does not know it without the chart', async () => {
    const get = async () => {
      throw ChartError.create({
        chart: '"gen3" 1 of https://helm.example',
        reason: 'unreachable',
        detail: 'helm.example cannot be asked',
        fix: 'let the portal reach it',
      });
    };
    expect(await read('a: 1', { get })).toMatchObject({
      known: false,
      why: expect.stringContaining('helm.example cannot be asked'),
    });
  });

  it('knows that a revision which somebody asks for is not there; one of config may be a mirror late', async () => {
    let reason: ChartError['reason'] = 'no-such-revision';
    const get = async () => {
      throw ChartError.create({
        chart: '"gen3" 9 of https://helm.example',
        reason,
        detail: 'it has no version 9',
        fix: 'name another',
      });
    };
    expect(await read('a: 1', { get, isAsked: true })).toMatchObject({
      known: true,
      value: {
        renders: false,
        noSuchRevision: true,
        how: expect.stringContaining('no version 9'),
      },
    });
    expect(await read('a: 1', { get })).toMatchObject({ known: false });
    // Nobody read the repository.
    reason = 'not-found';
    expect(await read('a: 1', { get, isAsked: true })).toMatchObject({
      known: false,
    });
  });

  it('lets through what nobody foresaw', async () => {
    const helm = {
      renderFolder: async () => {
        throw new TypeError('a bug');
      },
    };
    await expect(read('a: 1', { helm })).rejects.toThrow('a bug');
    const slow = HelmError.create({
      reason: 'timeout',
      message: 'helm did not finish within 1 ms',
      fix: 'render less in this chart',
    });
    const late = {
      renderFolder: async () => {
        throw slow;
      },
    };
    expect(await read('a: 2', { helm: late })).toMatchObject({ known: false });
  });
});
