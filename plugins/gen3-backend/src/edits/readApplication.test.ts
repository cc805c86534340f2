import type { EditableCommons } from './EditableCommons';
import { createTarget } from '../changes/__testUtils__/createTarget';
import { createFakeHost } from '../changes/__testUtils__/createFakeHost';
import { readApplication } from './readApplication';

const APPLICATION = `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: gen3-heart
  annotations: { gen3.org/title: 'Heart {{ commons' }
spec:
  source: { repoURL: https://helm.gen3.org, chart: gen3, targetRevision: 0.3.90 }
  destination: { namespace: heart, server: https://kubernetes.default.svc }
`;

/** Reads an Application of a repository that has only this file. */
async function read(path: string) {
  const host = createFakeHost();
  const commons: EditableCommons = {
    hostname: 'heart.example.org',
    title: 'Heart',
    entityRef: 'system:default/heart.example.org',
    source: 'gitops',
    owner: 'group:default/csoc',
    tier: 'production',
    path,
    application: 'gen3-heart',
    environment: undefined,
    cluster: undefined,
  };
  return readApplication(commons, {
    target: createTarget(),
    host: {
      ...host,
      readFiles: async () => new Map([[path, APPLICATION]]),
      findFiles: async () => [path],
    },
    helm: {
      renderChart: async () => {
        throw new Error('nothing is to be rendered');
      },
    },
    signal: new AbortController().signal,
  });
}

describe('readApplication', () => {
  it('takes braces for text where no chart is', async () => {
    const { application } = await read('heart/app.yaml');
    expect(application.metadata.name).toBe('gen3-heart');
  });

  it('takes them for a template in a chart, and wants the chart', async () => {
    await expect(read('heart/templates/app.yaml')).rejects.toThrow(
      /is a template, and no small chart is around it/,
    );
  });
});
