import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  GEN3_ANNOTATIONS,
  LAUNCHING_LIFECYCLE,
  RETIRED_LIFECYCLE,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import { TABLES } from '../database/tables';
import type { CommonsAccess } from '../permissions/CommonsAccess';
import { whereVisible } from '../permissions/whereVisible';
import { z } from 'zod';

/** A commons whose files a change may edit, as the catalog describes it. */
export interface EditableCommons {
  entityRef: string;
  hostname: string;
  title: string;
  owner: string;
  tier: string;
  /** Id of the source whose repository declares it. */
  source: string;
  /** Path in that repository of the file with its Application. */
  path: string;
  /** Name of the Application; undefined: the file has but one. */
  application: string | undefined;
  /** Its cluster as the source calls it; undefined: nobody says. */
  cluster: string | undefined;
  /** `global.environment`. */
  environment: string | undefined;
}

/** Finds the commons of a hostname that somebody may see. */
export type FindEditableCommons = (
  hostname: string,
  access: CommonsAccess,
) => Promise<EditableCommons>;

const rowSchema = z.object({
  entity_ref: z.string(),
  title: z.string(),
  owner: z.string(),
  tier: z.string(),
  relationship: z.string(),
});

/**
 * Makes the finder of commons that can be edited.
 *
 * The finder throws NotFoundError when there is none or the caller may not see it, InputError when it is one that no change of the portal can
 * reach, with the reason, and ConflictError for one that is still being launched or is retired.
 */
export function createFindEditableCommons(deps: {
  knex: Knex;
  catalog: CatalogService;
  auth: AuthService;
}): FindEditableCommons {
  const { knex, catalog, auth } = deps;
  return async (hostname, access) => {
    const found: unknown = await whereVisible(
      knex(TABLES.commons)
        .where({ hostname })
        .orderBy('entity_ref')
        .select(Object.keys(rowSchema.shape)),
      access,
    ).first();
    if (found === undefined) {
      throw new NotFoundError(
        `There is no commons ${JSON.stringify(hostname)} in the fleet`,
      );
    }
    const row = rowSchema.parse(found);
    const credentials = await auth.getOwnServiceCredentials();
    const entity = await catalog.getEntityByRef(row.entity_ref, {
      credentials,
    });
    requireEditable(hostname, row);
    const annotations = entity?.metadata.annotations ?? {};
    const source = annotations[GEN3_ANNOTATIONS.source];
    const path = annotations[GEN3_ANNOTATIONS.gitopsPath];
    if (!source || !path) {
      throw new InputError(
        `"${hostname}" is not declared in a GitOps repository that the portal reads, so no change of the portal can edit it`,
      );
    }
    return {
      entityRef: row.entity_ref,
      hostname,
      title: row.title,
      owner: row.owner,
      tier: row.tier,
      source,
      path,
      application: annotations[GEN3_ANNOTATIONS.argocdApp]?.split('/').at(-1),
      cluster: clusterOf(entity, path, hostname),
      environment: annotations[GEN3_ANNOTATIONS.environment],
    };
  };
}

function requireEditable(
  hostname: string,
  { relationship, tier }: z.infer<typeof rowSchema>,
): void {
  if (relationship !== 'managed') {
    throw new InputError(
      `"${hostname}" is ${relationship}: only those who operate it change it`,
    );
  }
  if (tier === RETIRED_LIFECYCLE) {
    throw new ConflictError(`"${hostname}" is retired`);
  }
  if (tier === LAUNCHING_LIFECYCLE) {
    throw new ConflictError(
      `"${hostname}" is being launched: change it once its source has found it`,
    );
  }
}

/** The folder that holds the commons' own is its cluster in most repositories; else what the catalog says. */
function clusterOf(
  entity: Entity | undefined,
  path: string,
  hostname: string,
): string | undefined {
  const folders = path.split('/');
  const above = folders[folders.indexOf(hostname) - 1];
  return above ?? entity?.metadata.annotations?.[GEN3_ANNOTATIONS.cluster];
}
