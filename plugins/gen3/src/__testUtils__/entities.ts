import { Entity } from '@backstage/catalog-model';

/** A commons in the catalog. */
export const commonsEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: {
    name: 'heart.example',
    namespace: 'default',
    annotations: { 'gen3.org/hostname': 'heart.example' },
  },
  spec: { type: 'gen3-commons', owner: 'group:default/heart-team' },
};

/** Its fence. */
export const serviceEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'heart.example-fence',
    namespace: 'default',
    annotations: {
      'gen3.org/hostname': 'heart.example',
      'gen3.org/service': 'fence',
    },
  },
  spec: { type: 'gen3-service', owner: 'group:default/heart-team' },
  relations: [{ type: 'partOf', targetRef: 'system:default/heart.example' }],
};

/** A commons that we operate and that git declares. */
export function managedCommons(
  hostname: string,
  lifecycle = 'production',
): Entity {
  return {
    ...commonsEntity,
    metadata: {
      name: hostname,
      namespace: 'default',
      annotations: {
        'gen3.org/hostname': hostname,
        'gen3.org/relationship': 'managed',
        'gen3.org/gitops-path': `${hostname}/app.yaml`,
      },
    },
    spec: { ...commonsEntity.spec, lifecycle },
  };
}
