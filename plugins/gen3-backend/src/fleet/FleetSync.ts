import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  GEN3_ANNOTATIONS,
  GEN3_COMMONS_TYPE,
  readCommonsEntity,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ChangeListener } from '../collector/ChangeListener';
import type { FleetMember } from './FleetMember';
import type { FleetMemberStore } from './FleetMemberStore';

const FIELDS = [
  'apiVersion',
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'metadata.annotations',
  'spec',
];

/** A System is a commons by its type, or because a person gave it a hostname. */
const IS_COMMONS = [
  { kind: 'system', 'spec.type': GEN3_COMMONS_TYPE },
  {
    kind: 'system',
    [`metadata.annotations.${GEN3_ANNOTATIONS.hostname}`]:
      CATALOG_FILTER_EXISTS,
  },
];

/** What a {@link FleetSync} needs. */
export interface FleetSyncOptions {
  catalog: CatalogService;
  auth: AuthService;
  store: FleetMemberStore;
  /** Knows the services of commons whose entities do not name them. */
  registry: ServiceRegistry;
  /** Told when commons came, changed or went. */
  changes: Pick<ChangeListener, 'addChange'>;
  logger: LoggerService;
}

/**
 * Copies which commons exist from the catalog into the fleet. A catalog that cannot be read to its end changes nothing;
 * an entity that cannot be read keeps the row it has.
 */
export class FleetSync {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #store: FleetMemberStore;
  readonly #registry: ServiceRegistry;
  readonly #changes: Pick<ChangeListener, 'addChange'>;
  readonly #logger: LoggerService;
  /** Last complaint by entity: a broken one is named once, not every 15 s. */
  readonly #broken = new Map<string, string>();

  static create(options: FleetSyncOptions): FleetSync {
    return new FleetSync(options);
  }

  private constructor(options: FleetSyncOptions) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#store = options.store;
    this.#registry = options.registry;
    this.#changes = options.changes;
    this.#logger = options.logger;
  }

  /** Reads the catalog once. Rejects when the catalog or the database fails, for the scheduler to record. */
  async run(signal: AbortSignal): Promise<void> {
    const members: FleetMember[] = [];
    const broken: string[] = [];
    const credentials = await this.#auth.getOwnServiceCredentials();
    const pages = this.#catalog.streamEntities(
      { filter: IS_COMMONS, fields: FIELDS },
      { credentials },
    );
    for await (const entities of pages) {
      signal.throwIfAborted();
      for (const entity of entities) {
        const member = this.#read(entity);
        if (member) {
          members.push(member);
        } else {
          broken.push(stringifyEntityRef(entity));
        }
      }
    }
    this.#forgetAllBut(broken);
    const changes = await this.#store.replace({ members, keep: broken });
    const { written, removed } = changes;
    if (written.length > 0 || removed.length > 0) {
      this.#logger.info('Fleet follows the catalog', {
        written: written.length,
        removed: removed.length,
      });
      this.#changes.addChange();
    }
  }

  /** Entities that are gone leave nothing behind here. */
  #forgetAllBut(broken: string[]): void {
    for (const ref of this.#broken.keys()) {
      if (!broken.includes(ref)) {
        this.#broken.delete(ref);
      }
    }
  }

  #read(entity: Entity): FleetMember | undefined {
    const ref = stringifyEntityRef(entity);
    try {
      const commons = readCommonsEntity(entity, this.#registry);
      this.#broken.delete(ref);
      return { ...commons, owner: ownerRefOf(commons) };
    } catch (error) {
      const message = stringifyError(error);
      if (this.#broken.get(ref) !== message) {
        this.#broken.set(ref, message);
        this.#logger.warn('Commons skipped: its entity cannot be read', {
          entityRef: ref,
          error: message,
        });
      }
      return undefined;
    }
  }
}

/** Longest reference that the database holds; a valid one is never longer. */
const MAX_REF_LENGTH = 255;

/**
 * The owner as a full reference, so that it compares with what users own by.
 *
 * @throws InputError when it is no reference.
 */
function ownerRefOf(commons: { owner: string; namespace: string }): string {
  const ref = stringifyEntityRef(
    parseEntityRef(commons.owner, {
      defaultKind: 'Group',
      defaultNamespace: commons.namespace,
    }),
  );
  if (ref.length > MAX_REF_LENGTH) {
    throw new InputError(
      `spec.owner: "${ref.slice(0, 80)}..." has ${
        ref.length
      } characters; no reference has more than ${MAX_REF_LENGTH}`,
    );
  }
  return ref;
}
