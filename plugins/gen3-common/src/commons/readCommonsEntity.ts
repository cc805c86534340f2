import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { GEN3_SERVICES } from '../services/gen3Services';
import { FRONTEND_ROOTS, FrontendRoot } from '../services/types';
import { GEN3_ANNOTATIONS } from './annotations';
import { lifecycleOfHostname } from './lifecycleOfHostname';
import { parseHostname } from './parseHostname';

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
  /** Names of its services; the chart's default ones when the entity does not say. */
  services: string[];
  frontendRoot: FrontendRoot;
  release?: string;
  source?: string;
  flavour?: string;
  environment?: string;
  meshRole?: 'hub' | 'node';
  meshMembers: string[];
}

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

  text(name: string): string | undefined {
    return this.#values[name]?.trim() || undefined;
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
}

function readBaseUrl(annotations: Annotations, hostname: string): string {
  const text = annotations.text(GEN3_ANNOTATIONS.baseUrl);
  if (text === undefined) return `https://${hostname}`;
  if (!URL.canParse(text) || new URL(text).protocol !== 'https:') {
    throw annotations.error(
      GEN3_ANNOTATIONS.baseUrl,
      `is "${text}": use an https URL, e.g. "https://${hostname}:8443"`,
    );
  }
  return text.replace(/\/+$/, '');
}

function readServices(annotations: Annotations): string[] {
  if (annotations.text(GEN3_ANNOTATIONS.services) !== undefined) {
    return annotations.list(GEN3_ANNOTATIONS.services);
  }
  return GEN3_SERVICES.filter(service => service.enabledByDefault)
    .map(service => service.name)
    .sort();
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined;

/**
 * Reads the entity of a commons, whether a source or a person wrote it. Only the hostname annotation is required.
 *
 * @throws Error with name `InputError` that names the annotation, the value found and the fix.
 * @public
 */
export function readCommonsEntity(entity: Entity): Gen3Commons {
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
    title: entity.metadata.title ?? hostname,
    tier: textOf(entity.spec?.lifecycle) ?? lifecycleOfHostname(hostname),
    owner: textOf(entity.spec?.owner) ?? 'unknown',
    relationship,
    probing:
      annotations.oneOf(GEN3_ANNOTATIONS.probing, ['on', 'off']) ??
      (relationship === 'managed' ? 'on' : 'off'),
    services: readServices(annotations),
    frontendRoot:
      annotations.oneOf(GEN3_ANNOTATIONS.frontendRoot, FRONTEND_ROOTS) ??
      'portal',
    release: annotations.text(GEN3_ANNOTATIONS.release),
    source: annotations.text(GEN3_ANNOTATIONS.source),
    flavour: annotations.text(GEN3_ANNOTATIONS.flavour),
    environment: annotations.text(GEN3_ANNOTATIONS.environment),
    meshRole: annotations.oneOf(GEN3_ANNOTATIONS.meshRole, ['hub', 'node']),
    meshMembers: annotations
      .list(GEN3_ANNOTATIONS.meshMembers)
      .map(member =>
        annotations.hostname(GEN3_ANNOTATIONS.meshMembers, member),
      ),
  };
}
