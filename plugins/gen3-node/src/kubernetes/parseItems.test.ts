import fc from 'fast-check';
import { z } from 'zod';
import { KUBERNETES_KINDS } from './kinds';
import { parseItems } from './parseItems';

/** Values that real objects have, odd ones, and whatever else JSON can say. */
const value = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    -1,
    1.5,
    1e308,
    [],
    {},
    'not a date',
    '2026-11-27T10:00:00Z',
    'True',
    { toString: 'x', constructor: null },
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Names of fields that the schemas read, so that their values are really met. */
const FIELDS = [
  'metadata',
  'name',
  'labels',
  'annotations',
  'ownerReferences',
  'creationTimestamp',
  'spec',
  'replicas',
  'template',
  'selector',
  'matchLabels',
  'containers',
  'schedule',
  'suspend',
  'status',
  'conditions',
  'type',
  'containerStatuses',
  'initContainerStatuses',
  'state',
  'lastState',
  'waiting',
  'terminated',
  'restartCount',
  'active',
  '__proto__',
  'constructor',
];

const { tree } = fc.letrec<{ tree: unknown; node: unknown }>(tie => ({
  tree: fc.oneof({ maxDepth: 6 }, value, tie('node')),
  node: fc.oneof(
    fc.dictionary(fc.constantFrom(...FIELDS), tie('tree'), { maxKeys: 8 }),
    fc.array(tie('tree'), { maxLength: 3 }),
  ),
}));

/** An object that has a name, and is odd in everything else. */
const named = fc
  .record({
    name: fc.string({ minLength: 1 }),
    rest: tree,
    spec: tree,
    status: tree,
  })
  .map(({ name, rest, spec, status }) => ({
    metadata: {
      ...(typeof rest === 'object' && !Array.isArray(rest) ? rest : {}),
      name,
    },
    spec,
    status,
  }));

const KINDS = Object.entries(KUBERNETES_KINDS);

const NAMED = z.object({ metadata: z.object({ name: z.string().min(1) }) });

describe.each(KINDS)('parseItems of %s', (_kind, row) => {
  it('never throws, and counts what has no name', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), raw => {
        const { items, odd } = parseItems(row, raw);
        expect(odd).toBe(
          raw.filter(item => !NAMED.safeParse(item).success).length,
        );
        expect(items).toHaveLength(raw.length - odd);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps whatever has a name, however odd it is, and reads it the same again', () => {
    fc.assert(
      fc.property(fc.array(named, { maxLength: 5 }), raw => {
        const { items, odd } = parseItems(row, raw);
        expect(odd).toBe(0);
        expect(items).toHaveLength(raw.length);
        // What came out is of the type that it says: strictly read, nothing is lost.
        expect(parseItems(row, items).items).toEqual(items);
      }),
      { numRuns: 300 },
    );
  });
});

describe('parseItems', () => {
  it('takes only what nobody keeps a secret in, of ConfigMaps and of parameters for Helm', () => {
    const [configMap] = parseItems(KUBERNETES_KINDS.configmaps, [
      {
        metadata: { name: 'manifest-global' },
        data: {
          hostname: 'heart.example',
          environment: 'two\nlines',
          dictionary_url: 'x'.repeat(3_000),
          useryaml_s3path: 's3://bucket',
          password: 'word',
        },
        binaryData: { key: 'd29yZA==' },
      },
    ]).items;
    expect(configMap).toMatchObject({ data: { hostname: 'heart.example' } });
    expect(JSON.stringify(configMap)).not.toMatch(/word|bucket|two|xxx/);

    const [application] = parseItems(KUBERNETES_KINDS.applications, [
      {
        metadata: { name: 'gen3-heart' },
        spec: {
          source: {
            helm: {
              values: 'password: word',
              parameters: [
                { name: 'global.postgres.master.password', value: 'word' },
                { name: 'global.hostname', value: 'heart.example' },
              ],
            },
          },
        },
      },
    ]).items;
    expect(application?.spec?.source?.helm).toEqual({
      parameters: [{ name: 'global.hostname', value: 'heart.example' }],
    });
    expect(JSON.stringify(application)).not.toContain('word');
  });

  it('reads an object that fails whoever asks for the name of its kind', () => {
    const raw: unknown = JSON.parse(
      '{"metadata":{"name":"x"},"status":{"replicas":{"constructor":{"name":{"toString":1,"valueOf":1}}}}}',
    );
    expect(parseItems(KUBERNETES_KINDS.deployments, [raw])).toMatchObject({
      items: [{ metadata: { name: 'x' } }],
      odd: 0,
    });
  });

  it('loses one odd field of a pod, not the pod', () => {
    const { items } = parseItems(KUBERNETES_KINDS.pods, [
      {
        metadata: { name: 'fence-1', labels: 'odd', generation: -4 },
        status: {
          phase: 'Running',
          containerStatuses: [
            { name: 'fence', restartCount: 'many', ready: false },
            { ready: true },
            {
              name: 'sidecar',
              state: { waiting: { reason: 'CrashLoopBackOff' } },
            },
          ],
        },
      },
    ]);
    expect(items).toMatchObject([
      {
        metadata: { name: 'fence-1', ownerReferences: [] },
        status: {
          phase: 'Running',
          containerStatuses: [
            { name: 'fence', ready: false },
            {
              name: 'sidecar',
              state: { waiting: { reason: 'CrashLoopBackOff' } },
            },
          ],
        },
      },
    ]);
    expect(items[0].metadata.labels).toBeUndefined();
  });

  it('leaves no odd key in the prototype of anything', () => {
    const raw: unknown = JSON.parse(
      '{"metadata":{"name":"x","labels":{"__proto__":"evil","a":"b"}},"__proto__":{"evil":true}}',
    );
    const { items } = parseItems(KUBERNETES_KINDS.pods, [raw]);
    expect(items).toHaveLength(1);
    expect(Object.keys({})).toEqual([]);
    expect('evil' in {}).toBe(false);
    expect('evil' in items[0]).toBe(false);
  });
});
