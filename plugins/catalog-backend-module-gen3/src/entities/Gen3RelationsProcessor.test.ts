import { Entity } from '@backstage/catalog-model';
import { CatalogProcessorResult } from '@backstage/plugin-catalog-node';
import { Gen3RelationsProcessor } from './Gen3RelationsProcessor';

const commons = (annotations: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: {
    name: 'hub.example.org',
    annotations: { 'gen3.org/hostname': 'hub.example.org', ...annotations },
  },
  spec: { type: 'gen3-commons', owner: 'ops' },
});

async function relationsOf(entity: Entity): Promise<string[]> {
  const emitted: CatalogProcessorResult[] = [];
  await new Gen3RelationsProcessor().postProcessEntity(entity, {}, result =>
    emitted.push(result),
  );
  return emitted.flatMap(result =>
    result.type === 'relation'
      ? [
          `${result.relation.source.name} ${result.relation.type} ${result.relation.target.kind}:${result.relation.target.name}`,
        ]
      : [],
  );
}

describe('Gen3RelationsProcessor', () => {
  it('relates a hub to its members and a commons to its cluster, both ways', async () => {
    const entity = commons({
      'gen3.org/mesh-members': 'a.example.org, b.example.org',
      'gen3.org/cluster': 'east',
    });
    expect(await relationsOf(entity)).toEqual([
      'hub.example.org dependsOn system:a.example.org',
      'a.example.org dependencyOf System:hub.example.org',
      'hub.example.org dependsOn system:b.example.org',
      'b.example.org dependencyOf System:hub.example.org',
      'hub.example.org dependsOn resource:east',
      'east dependencyOf System:hub.example.org',
    ]);
  });

  it('ignores what is no hostname, the hub itself and repetitions', async () => {
    const entity = commons({
      'gen3.org/mesh-members':
        'https://a.example.org,hub.example.org,b.example.org,b.example.org,',
    });
    expect(await relationsOf(entity)).toHaveLength(2);
  });

  it('leaves other entities alone', async () => {
    const other = { ...commons({}), spec: { type: 'website', owner: 'ops' } };
    expect(await relationsOf({ ...other, kind: 'Component' })).toEqual([]);
  });
});
