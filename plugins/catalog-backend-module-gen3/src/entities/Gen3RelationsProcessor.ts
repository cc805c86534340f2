import {
  CompoundEntityRef,
  Entity,
  getCompoundEntityRef,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
} from '@backstage/catalog-model';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  commonsEntityName,
  GEN3_ANNOTATIONS,
  isGen3Commons,
  parseHostname,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/**
 * Relations that a System cannot state in its `spec`: a hub depends on the commons whose metadata it aggregates, and
 * every commons on its cluster. Works for hand-written entities too. A member that is not in the catalog gives a dangling
 * relation, which the catalog shows as such; one that is no hostname gives none.
 */
export class Gen3RelationsProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'Gen3RelationsProcessor';
  }

  async postProcessEntity(
    entity: Entity,
    _location: unknown,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    if (isGen3Commons(entity)) {
      const source = getCompoundEntityRef(entity);
      for (const target of dependenciesOf(entity, source.namespace)) {
        emit(
          processingResult.relation({
            source,
            type: RELATION_DEPENDS_ON,
            target,
          }),
        );
        emit(
          processingResult.relation({
            source: target,
            type: RELATION_DEPENDENCY_OF,
            target: source,
          }),
        );
      }
    }
    return entity;
  }
}

/** What a commons depends on besides its services, from its annotations. */
export function dependenciesOf(
  entity: Entity,
  namespace: string,
): CompoundEntityRef[] {
  const annotations = entity.metadata.annotations ?? {};
  const members = (annotations[GEN3_ANNOTATIONS.meshMembers] ?? '')
    .split(',')
    .map(value => parseHostname(value.trim()))
    .flatMap(parsed => (parsed.ok ? [commonsEntityName(parsed.hostname)] : []))
    .filter(name => name !== entity.metadata.name);
  const cluster = annotations[GEN3_ANNOTATIONS.cluster];
  return [
    ...[...new Set(members)].map(name => ({
      kind: 'system',
      namespace,
      name,
    })),
    ...(cluster ? [{ kind: 'resource', namespace, name: cluster }] : []),
  ];
}
