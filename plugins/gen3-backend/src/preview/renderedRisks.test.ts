import { diffManifests } from './diffManifests';
import { labelRisks } from './labelRisks';
import { parseManifests } from './parseManifests';

/** Risks between two lists of objects, as `<id> <severity> <name>`. */
function risksBetween(old: readonly object[], now: readonly object[]) {
  const [before, after] = [old, now].map(
    objects =>
      parseManifests(
        objects.map(object => JSON.stringify(object)).join('\n---\n'),
      ).manifests,
  );
  const diffs = diffManifests({ before, after });
  return labelRisks({ diffs, before, after }).map(
    ({ id, severity, object }) =>
      `${id} ${severity} ${object.kind} ${object.name}`,
  );
}

const IMAGE = 'quay.io/cdis/fence:2026.07';
const NEXT = 'quay.io/cdis/fence:2026.08';

const deployment = (spec: object = {}, template: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'fence-deployment' },
  spec: { ...spec, template },
});

const pods = (spec: object, annotations: object = {}) => ({
  metadata: { annotations },
  spec: { containers: [{ name: 'fence', image: IMAGE }], ...spec },
});

const autoscaler = (minReplicas: number) => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'fence' },
  spec: {
    minReplicas,
    maxReplicas: 10,
    scaleTargetRef: { kind: 'Deployment', name: 'fence-deployment' },
  },
});

const named = (kind: string, name: string, rest: object = {}) => ({
  apiVersion: 'v1',
  kind,
  metadata: { name },
  ...rest,
});

describe('labelRisks of what objects say of each other', () => {
  describe('replicas', () => {
    const FALLS = 'replicas-fall medium HorizontalPodAutoscaler fence';

    it('warns when an autoscaler may keep fewer pods', () => {
      const of = (least: number) => [deployment(), autoscaler(least)];
      expect(risksBetween(of(4), of(1))).toEqual([FALLS]);
      expect(risksBetween(of(1), of(4))).toEqual([]);
    });

    it('compares with what an autoscaler keeps, when one comes or goes', () => {
      const fixed = [deployment({ replicas: 3 })];
      expect(risksBetween(fixed, [deployment(), autoscaler(3)])).toEqual([]);
      expect(risksBetween(fixed, [deployment(), autoscaler(2)])).toEqual([
        FALLS,
      ]);
      expect(risksBetween([deployment(), autoscaler(3)], fixed)).toEqual([]);
      expect(
        risksBetween([deployment(), autoscaler(3)], [deployment()]),
      ).toEqual(['replicas-fall medium Deployment fence-deployment']);
    });
  });

  describe('secrets', () => {
    const external = (target: object = {}) =>
      named('ExternalSecret', 'fence-config', { spec: { target } });

    it('warns when an external secret disappears, as its secret goes with it', () => {
      expect(risksBetween([external({ name: 'config' })], [])).toEqual([
        'secret-removed high ExternalSecret fence-config',
      ]);
    });

    it('is content when the secret stays, or something else makes it', () => {
      expect(
        risksBetween([external({ creationPolicy: 'Orphan' })], []),
      ).toEqual([]);
      expect(
        risksBetween([external()], [named('Secret', 'fence-config')]),
      ).toEqual([]);
    });
  });

  describe('databases', () => {
    const migrating = (image: string) =>
      deployment(
        {},
        pods({
          initContainers: [
            { name: 'fence-init', image, args: ['-c', 'fence-create migrate'] },
          ],
        }),
      );
    const cronJob = (image: string, spec: object = {}) =>
      named('CronJob', 'fence-db-migrate', {
        spec: {
          ...spec,
          jobTemplate: {
            spec: { template: pods({ containers: [{ image }] }) },
          },
        },
      });

    it('warns of an image that migrates its database when it starts', () => {
      expect(risksBetween([migrating(IMAGE)], [migrating(NEXT)])).toEqual([
        'database-job medium Deployment fence-deployment',
      ]);
    });

    it('is content when the same image starts anew, or one that migrates nothing', () => {
      const restarted = {
        ...migrating(IMAGE),
        metadata: { name: 'fence-deployment', labels: { a: 'b' } },
      };
      expect(risksBetween([migrating(IMAGE)], [restarted])).toEqual([]);
      const of = (image: string) =>
        deployment({}, pods({ initContainers: [{ name: 'wait', image }] }));
      expect(risksBetween([of(IMAGE)], [of(NEXT)])).toEqual([]);
    });

    it('warns of a CronJob of a database, unless it is for people to start', () => {
      expect(risksBetween([cronJob(IMAGE)], [cronJob(NEXT)])).toEqual([
        'database-job medium CronJob fence-db-migrate',
      ]);
      for (const spec of [{ suspend: true }, { schedule: '0 0 31 2 *' }]) {
        expect(
          risksBetween([cronJob(IMAGE, spec)], [cronJob(NEXT, spec)]),
        ).toEqual([]);
      }
    });
  });

  // gen3-helm: arborist, indexd, requestor and ambassador have no checksum of their configuration.
  describe('configuration', () => {
    const config = (text: string) =>
      named('ConfigMap', 'settings', { data: { text } });
    const RISK = ['no-restart low ConfigMap settings'];

    it.each([
      ['a volume', { volumes: [{ configMap: { name: 'settings' } }] }],
      [
        'a part of a volume',
        {
          volumes: [
            { projected: { sources: [{ configMap: { name: 'settings' } }] } },
          ],
        },
      ],
      [
        'a variable',
        {
          containers: [
            { env: [{ valueFrom: { configMapKeyRef: { name: 'settings' } } }] },
          ],
        },
      ],
      [
        'all variables',
        {
          initContainers: [
            { envFrom: [{ configMapRef: { name: 'settings' } }] },
          ],
        },
      ],
    ])('warns when pods that read it as %s stay', (_, spec) => {
      const reader = deployment({}, pods(spec));
      expect(
        risksBetween([config('a'), reader], [config('b'), reader]),
      ).toEqual(RISK);
    });

    it('is content when its readers start anew, or there are none', () => {
      const reader = (sum: string) =>
        deployment(
          {},
          pods(
            { volumes: [{ configMap: { name: 'settings' } }] },
            { 'checksum/config': sum },
          ),
        );
      expect(
        risksBetween([config('a'), reader('1')], [config('b'), reader('2')]),
      ).toEqual([]);
      const other = deployment({}, pods({}));
      expect(risksBetween([config('a'), other], [config('b'), other])).toEqual(
        [],
      );
      expect(risksBetween([config('a')], [config('a'), reader('1')])).toEqual(
        [],
      );
    });
  });
});
