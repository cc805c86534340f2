import { Entity } from '@backstage/catalog-model';
import { GEN3_ANNOTATIONS } from './annotations';
import {
  GEN3_COMMONS_TYPE,
  GEN3_SERVICE_TYPE,
  KUBERNETES_CLUSTER_TYPE,
} from './entityTypes';

function isKind(entity: Entity, kind: string): boolean {
  return entity.kind.toLocaleLowerCase('en-US') === kind;
}

function isType(entity: Entity, type: string): boolean {
  const found = entity.spec?.type;
  return typeof found === 'string' && found.toLocaleLowerCase('en-US') === type;
}

/** A System that is a commons: by its type, or because it names a hostname. @public */
export function isGen3Commons(entity: Entity): boolean {
  return (
    isKind(entity, 'system') &&
    (isType(entity, GEN3_COMMONS_TYPE) ||
      Boolean(entity.metadata.annotations?.[GEN3_ANNOTATIONS.hostname]))
  );
}

/** A Component that is a service of a commons. @public */
export function isGen3Service(entity: Entity): boolean {
  return isKind(entity, 'component') && isType(entity, GEN3_SERVICE_TYPE);
}

/** A Resource that is a Kubernetes cluster. @public */
export function isKubernetesCluster(entity: Entity): boolean {
  return isKind(entity, 'resource') && isType(entity, KUBERNETES_CLUSTER_TYPE);
}
