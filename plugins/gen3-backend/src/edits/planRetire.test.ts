import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { commonsInGit, fileLayer } from './__testUtils__/commonsInGit';
import { planRetire } from './planRetire';
import type { CommonsInGit } from './types';

const registry = createServiceRegistry();

const OWN_FILES = [
  'organprod/heart.example.org/Chart.yaml',
  'organprod/heart.example.org/templates/app.yaml',
  'organprod/heart.example.org/values/values.yaml',
];

const ON = "global: { maintenanceMode: 'on', dev: false }\n";

const plan = (
  step: 'stand-down' | 'remove',
  commons: CommonsInGit,
  confirm = 'heart.example.org',
  ownFiles: readonly string[] = OWN_FILES,
) =>
  planRetire(
    { kind: 'retire', hostname: 'heart.example.org', step, confirm },
    commons,
    { registry, ownFiles },
  );

const application = commonsInGit('').application;

describe('planRetire', () => {
  it('tells users first, and deletes nothing', () => {
    expect(plan('stand-down', commonsInGit(''))).toMatchObject({
      title: 'Stand down heart.example.org',
      settings: [{ path: ['global', 'maintenanceMode'], value: 'on' }],
      removes: [],
      leftovers: [],
    });
  });

  it('then removes the folder of the commons', () => {
    expect(plan('remove', commonsInGit(ON))).toMatchObject({
      title: 'Retire heart.example.org',
      settings: [],
      removes: OWN_FILES,
    });
  });

  it('removes what is its own of a folder that it shares', () => {
    const layers = [
      fileLayer('organprod/common.yaml', 'a: 1\n'),
      fileLayer('organprod/gen3/heart.example.org/values.yaml', ON),
    ];
    const commons = commonsInGit('', {
      layers,
      application: { ...application, path: 'organprod/deployments/heart.yaml' },
    });
    expect(plan('remove', commons, undefined, []).removes).toEqual([
      'organprod/deployments/heart.yaml',
      'organprod/gen3/heart.example.org/values.yaml',
    ]);
  });

  it('names what stays because others may read it', () => {
    const layers = [
      fileLayer('prod/common-values.yaml', 'a: 1\n'),
      fileLayer('prod/heart-values.yaml', ON),
      fileLayer('prod/heart.example.org.yaml', 'a: 2\n'),
    ];
    const { removes, findings } = plan(
      'remove',
      commonsInGit('', {
        layers,
        application: { ...application, path: 'prod/heart.yaml' },
      }),
      undefined,
      [],
    );
    expect(removes).toEqual(['prod/heart.example.org.yaml', 'prod/heart.yaml']);
    expect(findings).toEqual([
      expect.objectContaining({
        id: 'files-left',
        severity: 'warning',
        what: '"prod/common-values.yaml" and "prod/heart-values.yaml" would stay',
      }),
    ]);
  });

  it('warns of nothing that stays outside of a folder of its own', () => {
    const layers = [
      fileLayer('organprod/cluster-values/cluster-values.yaml', 'a: 1\n'),
      fileLayer('values.yaml', ON),
    ];
    expect(plan('remove', commonsInGit('', { layers })).findings).toEqual([]);
  });

  it('lists what stays behind, by name where values name it', () => {
    const { leftovers } = plan(
      'remove',
      commonsInGit(
        `${ON}fence: { externalSecrets: { fenceConfig: heart-fence-config } }\nmanifestservice: { manifestserviceG3auto: { bucketName: heart-manifests } }\n`,
      ),
    );
    const text = leftovers.join('\n');
    for (const named of [
      'heart-helm',
      'heart-fence-config',
      'heart-manifests',
      'jupyter-pods-heart-helm',
      'heart.example.org',
      'on their server',
    ]) {
      expect(text).toContain(named);
    }
    expect(text).not.toContain('Everything in the namespace');
  });

  it('says that without a finalizer everything stays', () => {
    const { leftovers, facts } = plan(
      'remove',
      commonsInGit(ON, { application: { ...application, cascades: false } }),
    );
    expect(leftovers[0]).toContain('Everything in the namespace');
    expect(facts.join()).toContain('deletes nothing');
  });

  it.each([
    [
      'another name than its own',
      'stand-down' as const,
      commonsInGit(''),
      'hart.example.org',
      /once more \(confirm\) is to be "heart.example.org"/,
    ],
    [
      'the second step before the first',
      'remove' as const,
      commonsInGit(''),
      'heart.example.org',
      /is not stood down/,
    ],
    [
      'the first step twice',
      'stand-down' as const,
      commonsInGit(ON),
      'heart.example.org',
      /is on already/,
    ],
    [
      'a file with other Applications',
      'remove' as const,
      commonsInGit(ON, {
        application: { ...application, beside: ['gen3-lung'] },
      }),
      'heart.example.org',
      /declares the Application "gen3-lung"/,
    ],
  ])('refuses %s', (_, step, commons, confirm, message) => {
    expect(() => plan(step, commons, confirm)).toThrow(message);
  });
});
