import { diffManifests } from './diffManifests';
import { labelRisks } from './labelRisks';
import type { Manifest } from './Manifest';
import { parseManifests } from './parseManifests';

interface Given {
  kind: string;
  name?: string;
  replicas?: number;
  image?: string;
}

const render = (given: Given | undefined) =>
  given
    ? parseManifests(
        JSON.stringify({
          apiVersion: 'v1',
          kind: given.kind,
          metadata: { name: given.name ?? 'fence', namespace: 'heart' },
          spec: {
            replicas: given.replicas ?? 2,
            template: {
              spec: {
                containers: [{ image: given.image ?? 'cdis/fence:2026.07' }],
              },
            },
          },
        }),
      ).manifests
    : [];

function risksBetween(before: Manifest[], after: Manifest[]) {
  const diffs = diffManifests({ before, after });
  return labelRisks({ diffs, before, after });
}

const risksOf = (before: Given | undefined, after: Given | undefined) =>
  risksBetween(render(before), render(after)).map(
    ({ id, severity }) => `${id} ${severity}`,
  );

const DEPLOYMENT = { kind: 'Deployment' };
const JOB = { kind: 'Job' };
const of = (tag: string) => ({ ...DEPLOYMENT, image: `cdis/fence:${tag}` });

describe('labelRisks', () => {
  it.each<[string, Given | undefined, Given | undefined, string[]]>([
    [
      'a volume that disappears',
      { kind: 'PersistentVolumeClaim' },
      undefined,
      ['volume-removed high'],
    ],
    [
      'a secret that disappears',
      { kind: 'Secret' },
      undefined,
      ['secret-removed high'],
    ],
    [
      'a workload that disappears',
      DEPLOYMENT,
      undefined,
      ['workload-removed high'],
    ],
    [
      'fewer replicas',
      DEPLOYMENT,
      { ...DEPLOYMENT, replicas: 1 },
      ['replicas-fall medium'],
    ],
    [
      'no replicas',
      DEPLOYMENT,
      { ...DEPLOYMENT, replicas: 0 },
      ['replicas-fall high'],
    ],
    [
      'a new job of a database',
      undefined,
      { ...JOB, name: 'fence-dbcreate' },
      ['database-job low'],
    ],
    [
      'a job of a database that runs again',
      { ...JOB, name: 'indexd-userdb' },
      { ...JOB, name: 'indexd-userdb', image: 'cdis/indexd:2026.08' },
      ['immutable-job medium', 'database-job medium'],
    ],
    [
      'a job that changes',
      { ...JOB, name: 'useryaml' },
      { ...JOB, name: 'useryaml', image: 'cdis/fence:2026.08' },
      ['immutable-job medium'],
    ],
    [
      'releases in between',
      of('2026.07'),
      of('2026.10'),
      ['skips-releases medium'],
    ],
    ['a new year', of('2025.12'), of('2026.02'), ['skips-releases medium']],
    [
      'major versions in between',
      of('9.0.0'),
      of('11.3.0'),
      ['skips-releases medium'],
    ],
    ['an older release', of('2026.07'), of('2026.06'), ['downgrade high']],
    ['an older version', of('10.1.0'), of('9.9.9'), ['downgrade high']],
  ])('warns of %s', (_, before, after, expected) => {
    expect(risksOf(before, after)).toEqual(expected);
  });

  it.each<[string, Given | undefined, Given | undefined]>([
    ['what is new', undefined, DEPLOYMENT],
    ['what stays', DEPLOYMENT, DEPLOYMENT],
    ['another thing that disappears', { kind: 'ConfigMap' }, undefined],
    ['more replicas', DEPLOYMENT, { ...DEPLOYMENT, replicas: 3 }],
    ['the next release', of('2026.07'), of('2026.08')],
    ['the next release, in a new year', of('2025.12'), of('2026.01')],
    ['the next version', of('9.0.0'), of('10.0.0')],
    ['tags that say nothing', of('master'), of('feat_x')],
    ['another way to name releases', of('9.0.0'), of('2026.01')],
    ['a new job', undefined, { ...JOB, name: 'useryaml' }],
  ])('is content with %s', (_, before, after) => {
    expect(risksOf(before, after)).toEqual([]);
  });

  it('names the object and what is found, the worst first', () => {
    const before = [...render(of('2026.07')), ...render({ kind: 'Secret' })];
    const after = render({ ...of('2026.10'), replicas: 1 });
    expect(risksBetween(before, after)).toMatchObject([
      { id: 'secret-removed' },
      {
        object: { kind: 'Deployment', name: 'fence', namespace: 'heart' },
        what: 'Deployment fence goes from 2 to 1 replicas',
      },
      { what: expect.stringContaining('from 2026.07 to 2026.10') },
    ]);
  });
});
