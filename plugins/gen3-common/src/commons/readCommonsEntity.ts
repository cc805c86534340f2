import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  createServiceRegistry,
  ServiceRegistry,
} from '../services/createServiceRegistry';
import { FRONTEND_ROOTS, FrontendRoot } from '../services/types';
import { GEN3_ANNOTATIONS, KUBERNETES_ANNOTATIONS } from './annotations';
import { lifecycleOfHostname } from './lifecycleOfHostname';
import { parseHostname } from './parseHostname';
import { showWithoutSecrets } from './showWithoutSecrets';

/** A namespace of a cluster that Backstage's kubernetes plugin knows. @public */
export interface KubernetesPlacement {
  /** Name of the cluster in Backstage's `kubernetes` config. */
  cluster: string;
  namespace: string;
}

/** Typed view of the entity of a commons. @public */
export interface Gen3Commons {
  entityRef: string;
  namespace: string;
  name: string;
  hostname: string;
  /** Where it answers, without a slash at the end. */
  baseUrl: string;
  title: string;
  /** `spec.lifecycle`, or what the hostname suggests. */
  tier: string;
  /** Entity ref of the owner as written in the entity. */
  owner: string;
  relationship: 'managed' | 'associated';
  /** Unless said otherwise, on for managed and off for associated commons. */
  probing: 'on' | 'off';
  /** Names of its services; those that are on by default when the entity does not say, none when it says none. */
  services: string[];
  frontendRoot: FrontendRoot;
  release?: string;
  source?: string;
  flavour?: string;
  environment?: string;
  meshRole?: 'hub' | 'node';
  meshMembers: string[];
  /** Where its workloads run; absent unless the entity names both cluster and namespace. */
  kubernetes?: KubernetesPlacement;
  /** Name of its cluster in Backstage's `kubernetes` config, also where nobody names the namespace. */
  kubernetesCluster?: string;
  /** Name of its cluster's entity, also where Backstage does not know the cluster: what its source calls it, without odd characters. */
  cluster?: string;
}

/** Longest text that is compared, sorted and filtered by: as much as a column of the database holds. */
const MAX_LENGTH = 255;

/** A mistake of who wrote the entity; backends answer 400 to errors of this name. */
function inputError(message: string): Error {
  const error = new Error(message);
  error.name = 'InputError';
  return error;
}

class Annotations {
  readonly #values: Record<string, string>;
  readonly #ref: string;

  constructor(entity: Entity) {
    this.#values = entity.metadata.annotations ?? {};
    this.#ref = stringifyEntityRef(entity);
  }

  /** Whether the annotation is there, be it empty. */
  has(name: string): boolean {
    return this.#values[name] !== undefined;
  }

  text(name: string): string | undefined {
    const text = this.#values[name]?.trim() || undefined;
    this.#mustBeText(name, text);
    return text;
  }

  /** Text of at most {@link MAX_LENGTH} characters. */
  word(name: string): string | undefined {
    const text = this.text(name);
    this.#mustBeShort(name, text);
    return text;
  }

  /** A member of `spec`, of at most {@link MAX_LENGTH} characters. */
  specWord(member: 'lifecycle' | 'owner', spec: Entity['spec']) {
    const value = spec?.[member];
    const text = typeof value === 'string' && value ? value : undefined;
    this.#mustBeText(`spec.${member}`, text);
    this.#mustBeShort(`spec.${member}`, text);
    return text;
  }

  title(metadata: Entity['metadata']): string | undefined {
    this.#mustBeText('metadata.title', metadata.title);
    return metadata.title;
  }

  list(name: string): string[] {
    return (this.text(name) ?? '')
      .split(',')
      .map(item => item.trim())
      .filter(Boolean);
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const text = this.text(name);
    const found = allowed.find(value => value === text);
    if (text !== undefined && found === undefined) {
      throw this.error(name, `is "${text}": use ${allowed.join(' or ')}`);
    }
    return found;
  }

  hostname(name: string, value: string | undefined): string {
    const parsed = parseHostname(value);
    if (!parsed.ok) throw this.error(name, `is wrong. ${parsed.message}`);
    return parsed.hostname;
  }

  error(name: string, problem: string): Error {
    return inputError(`Annotation "${name}" of "${this.#ref}" ${problem}`);
  }

  /** Databases refuse a NUL character, and nobody means one. */
  #mustBeText(name: string, text: string | undefined): void {
    if (text?.includes('\0')) {
      throw inputError(
        `"${name}" of "${this.#ref}" contains a NUL character: remove it`,
      );
    }
  }

  #mustBeShort(name: string, text: string | undefined): void {
    if (text !== undefined && text.length > MAX_LENGTH) {
      throw inputError(
        `"${name}" of "${this.#ref}" has ${
          text.length
        } characters ("${text.slice(0, 40)}..."): use at most ${MAX_LENGTH}`,
      );
    }
  }
}

function readBaseUrl(annotations: Annotations, hostname: string): string {
  const text = annotations.text(GEN3_ANNOTATIONS.baseUrl);
  if (text === undefined) return `https://${hostname}`;
  if (!URL.canParse(text) || new URL(text).protocol !== 'https:') {
    throw annotations.error(
      GEN3_ANNOTATIONS.baseUrl,
      `is "${showWithoutSecrets(
        text,
      )}": use an https URL, e.g. "https://${hostname}:8443"`,
    );
  }
  return text.replace(/\/+$/, '');
}

function readKubernetes(
  annotations: Annotations,
): Pick<Gen3Commons, 'kubernetes' | 'kubernetesCluster'> {
  const cluster = annotations.word(KUBERNETES_ANNOTATIONS.cluster);
  const namespace = annotations.word(KUBERNETES_ANNOTATIONS.namespace);
  return {
    kubernetesCluster: cluster,
    kubernetes: cluster && namespace ? { cluster, namespace } : undefined,
  };
}

/** An annotation that is there and empty says that there are none; one that is missing says nothing. */
function readServices(
  annotations: Annotations,
  registry: ServiceRegistry,
): string[] {
  return annotations.has(GEN3_ANNOTATIONS.services)
    ? annotations.list(GEN3_ANNOTATIONS.services)
    : registry
        .enabledByDefault()
        .map(service => service.name)
        .sort();
}

/**
 * Reads the entity of a commons, whether a source or a person wrote it. Only the hostname annotation is required.
 *
 * @param registry - knows the services of a commons whose entity does not name them; Gen3's own when absent.
 * @throws Error with name `InputError` that names the annotation, the value found and the fix.
 * @public
 */
export function readCommonsEntity(
  entity: Entity,
  registry: ServiceRegistry = createServiceRegistry(),
): Gen3Commons {
  const annotations = new Annotations(entity);
  const hostname = annotations.hostname(
    GEN3_ANNOTATIONS.hostname,
    annotations.text(GEN3_ANNOTATIONS.hostname),
  );
  const relationship =
    annotations.oneOf(GEN3_ANNOTATIONS.relationship, [
      'managed',
      'associated',
    ]) ?? 'managed';
  return {
    entityRef: stringifyEntityRef(entity),
    namespace: entity.metadata.namespace ?? 'default',
    name: entity.metadata.name,
    hostname,
    baseUrl: readBaseUrl(annotations, hostname),
    title: annotations.title(entity.metadata) ?? hostname,
    tier:
      annotations.specWord('lifecycle', entity.spec) ??
      lifecycleOfHostname(hostname),
    owner: annotations.specWord('owner', entity.spec) ?? 'unknown',
    relationship,
    probing:
      annotations.oneOf(GEN3_ANNOTATIONS.probing, ['on', 'off']) ??
      (relationship === 'managed' ? 'on' : 'off'),
    services: readServices(annotations, registry),
    frontendRoot:
      annotations.oneOf(GEN3_ANNOTATIONS.frontendRoot, FRONTEND_ROOTS) ??
      'portal',
    release: annotations.word(GEN3_ANNOTATIONS.release),
    source: annotations.word(GEN3_ANNOTATIONS.source),
    flavour: annotations.word(GEN3_ANNOTATIONS.flavour),
    environment: annotations.word(GEN3_ANNOTATIONS.environment),
    meshRole: annotations.oneOf(GEN3_ANNOTATIONS.meshRole, ['hub', 'node']),
    cluster: annotations.word(GEN3_ANNOTATIONS.cluster),
    ...readKubernetes(annotations),
    meshMembers: annotations
      .list(GEN3_ANNOTATIONS.meshMembers)
      .map(member =>
        annotations.hostname(GEN3_ANNOTATIONS.meshMembers, member),
      ),
  };
}
