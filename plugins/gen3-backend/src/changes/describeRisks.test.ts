import type {
  PreviewResponse,
  PreviewRisk,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { InputError } from '@backstage/errors';
import { launchRecord } from './__testUtils__/changeRecords';
import { createDescribeRisks } from './describeRisks';

const FILES = { files: [], notes: [], asOf: '2026-11-29T00:00:00.000Z' };

const risk = (given: Partial<PreviewRisk> = {}): PreviewRisk => ({
  id: 'volume-removed',
  severity: 'high',
  object: { kind: 'PersistentVolumeClaim', name: 'data' },
  what: 'The volume claim data disappears',
  why: 'Its data go with it',
  ...given,
});

const rendered = (risks: PreviewRisk[]): PreviewResponse => ({
  ...FILES,
  rendered: true,
  risks,
  objects: [],
  summary: {
    objects: 0,
    added: 0,
    changed: 0,
    removed: 0,
    services: [],
    workloads: 0,
    cpuRequestMillis: 0,
    memoryRequestBytes: 0,
  },
  chart: { repoUrl: 'https://helm.gen3.org', revision: '1', version: '1' },
});

const describeOf = (
  preview: () => Promise<PreviewResponse>,
  signal = new AbortController().signal,
) =>
  createDescribeRisks({ preview })(launchRecord().request, {
    access: undefined,
    signal,
  });

describe('describeRisks', () => {
  it('tells reviewers what may go wrong, with the object', async () => {
    const low = risk({ severity: 'low', what: 'A job runs' });
    await expect(
      describeOf(async () => rendered([risk(), low])),
    ).resolves.toEqual([
      '**high**: The volume claim data disappears. Its data go with it (PersistentVolumeClaim data)',
      expect.stringMatching(/^\*\*low\*\*: A job runs/),
    ]);
  });

  it('says that there is none only when the chart was rendered', async () => {
    await expect(describeOf(async () => rendered([]))).resolves.toEqual([
      'None seen in what the chart makes of it',
    ]);
    await expect(
      describeOf(async () => ({
        ...FILES,
        rendered: false,
        whyNotRendered: 'There is no helm',
      })),
    ).resolves.toEqual(['Not known: There is no helm']);
    await expect(
      describeOf(async () => {
        throw new InputError('It does not render');
      }),
    ).resolves.toEqual(['Not known: It does not render']);
  });

  it('says how many there are beyond those that somebody reads', async () => {
    const lines = await describeOf(async () =>
      rendered(Array.from({ length: 23 }, () => risk())),
    );
    expect([lines.length, lines.at(-1)]).toEqual([21, 'And 3 more']);
  });

  it('ends with whoever asked', async () => {
    const controller = new AbortController();
    controller.abort(new Error('gone'));
    await expect(
      describeOf(() => new Promise(() => {}), controller.signal),
    ).rejects.toThrow('gone');
  });
});
