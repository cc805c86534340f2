import {
  ChartError,
  type StoredChart,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { readChart } from './readChart';

const chart = { repoUrl: 'https://helm.example', chart: 'gen3', revision: '1' };
const { signal } = new AbortController();

const read = (get: () => Promise<StoredChart>) =>
  readChart({
    charts: { get, readDefaults: async () => ({ fence: null }) },
    chart,
    signal,
  });

describe('readChart', () => {
  it('tells the defaults of the chart', async () => {
    const stored = { key: 'k', folder: '/x', version: '1', missing: [] };
    await expect(read(async () => stored)).resolves.toEqual({
      known: true,
      value: { revision: '1', defaults: { fence: null } },
    });
  });

  it('says why it is not known, and what to do about it', async () => {
    const failure = ChartError.create({
      chart: '"gen3" 1 of https://helm.example',
      reason: 'unreachable',
      detail: 'helm.example cannot be asked',
      fix: 'let the portal reach it',
    });
    await expect(read(() => Promise.reject(failure))).resolves.toEqual({
      known: false,
      why: 'Cannot read the chart "gen3" 1 of https://helm.example: helm.example cannot be asked; let the portal reach it',
    });
  });

  it('takes anything else for a mistake of the portal', async () => {
    const failure = new Error('disk full');
    await expect(read(() => Promise.reject(failure))).rejects.toThrow(failure);
  });
});
