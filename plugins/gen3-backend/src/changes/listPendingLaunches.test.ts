import {
  createServiceRegistry,
  launchAnswersSchema,
  planLaunch,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ChangeRecord } from './ChangeRecord';
import { listPendingLaunches } from './listPendingLaunches';

const registry = createServiceRegistry();

/** A launch that is open, or what is given. */
function launch(hostname: string, given: Partial<ChangeRecord> = {}) {
  const record: ChangeRecord = {
    id: `id-of-${hostname}`,
    kind: 'launch',
    state: 'open',
    title: `Launch ${hostname}`,
    hostname,
    entityRef: `system:default/${hostname}`,
    source: 'gitops',
    owner: 'group:default/csoc',
    tier: 'development',
    author: 'user:default/alma',
    host: 'local',
    branch: `launch/${hostname}`,
    url: undefined,
    baseCommit: undefined,
    commit: 'c'.repeat(40),
    mergeCommit: undefined,
    description: '',
    message: `Launch ${hostname}`,
    request: {
      kind: 'launch',
      answers: launchAnswersSchema.parse({
        hostname,
        owner: 'group:default/csoc',
        source: 'gitops',
        cluster: 'organprod',
        release: '2026.10',
      }),
    },
    files: [
      { path: 'x/Chart.yaml', after: 'apiVersion: v2\n' },
      {
        path: 'x/templates/app.yaml',
        after: '---\napiVersion: argoproj.io/v1alpha1\nkind: Application\n',
      },
    ],
    accepted: [],
    createdAt: 1,
    updatedAt: 1,
    endedAt: undefined,
    endReason: undefined,
    ...given,
  };
  return record;
}

const list = (...ongoing: ChangeRecord[]) =>
  listPendingLaunches({
    ongoing,
    source: 'gitops',
    planOf: ({ answers }) =>
      planLaunch(answers, { registry, layout: 'gen3-gitops' }),
    registry,
  });

describe('listPendingLaunches', () => {
  it('describes a commons as its source will find it', () => {
    const [pending] = list(launch('dev.brain.example.org'));
    expect(pending).toMatchObject({
      hostname: 'dev.brain.example.org',
      owner: 'group:default/csoc',
      file: 'x/templates/app.yaml',
      cluster: 'organprod',
      namespace: 'dev-brain-example-org',
      environment: 'organprod',
    });
    expect(pending?.services).toContainEqual({
      name: 'fence',
      imageTag: '2026.10',
    });
  });

  it('leaves out what is not on a branch yet, is of another source, or is no launch', () => {
    expect(
      list(
        launch('a.example.org', { state: 'proposing' }),
        launch('b.example.org', { source: 'other' }),
        launch('c.example.org', {
          kind: 'upgrade',
          request: {
            kind: 'upgrade',
            hostname: 'c.example.org',
            release: '2026.11',
            imageTags: {},
          },
        }),
      ),
    ).toEqual([]);
  });

  it('keeps what is merged, by hostname', () => {
    const pending = list(
      launch('b.example.org', { state: 'merged' }),
      launch('a.example.org'),
    );
    expect(pending.map(({ hostname }) => hostname)).toEqual([
      'a.example.org',
      'b.example.org',
    ]);
  });
});
