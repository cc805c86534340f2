import type { JsonObject } from '@backstage/types';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { hideSecrets } from './hideSecrets';
import type { Manifest } from './Manifest';

const objectSchema = z
  .looseObject({
    apiVersion: z.string().min(1),
    // One template of the chart has a space behind the kind (`gen3-helm:helm/hatchery/templates`).
    kind: z.string().trim().min(1),
    metadata: z.looseObject({
      name: z.coerce.string(),
      namespace: z.string().optional(),
    }),
  })
  .and(z.record(z.string(), z.json()));

const SOURCE = /^# Source: (.+)$/m;

/** What a rendering holds. */
export interface ParsedManifests {
  manifests: Manifest[];
  /** Templates of which a document is no object of Kubernetes. */
  unreadable: string[];
}

/**
 * Reads what `helm template` writes. Contents of secrets do not get out of here.
 *
 * @param text - YAML documents, each with the template that it comes from in a comment.
 */
export function parseManifests(text: string): ParsedManifests {
  const manifests = new Map<string, Manifest>();
  const unreadable: string[] = [];
  // Helm itself takes documents apart so, and no block of text begins with three dashes in the first column.
  for (const part of text.split(/^---\s*$/m)) {
    const template = SOURCE.exec(part)?.[1] ?? 'unknown';
    const document = parseDocument(part);
    const parsed = objectSchema.safeParse(document);
    if (parsed.success) {
      const manifest = toManifest(parsed.data, template);
      manifests.set(manifest.id, manifest);
    } else if (document !== null) {
      unreadable.push(template);
    }
  }
  return { manifests: [...manifests.values()], unreadable };
}

function parseDocument(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 100, logLevel: 'silent' });
  } catch {
    // The parser quotes the text, which may be a secret.
    return undefined;
  }
}

function toManifest(
  object: z.infer<typeof objectSchema>,
  template: string,
): Manifest {
  const { apiVersion, kind, metadata } = object;
  const { name, namespace } = metadata;
  const { body, leaves } = hideSecrets({ ...toJson(object), kind });
  return {
    id: [kind, namespace ?? '', name].join('/'),
    apiVersion,
    kind,
    name,
    namespace,
    template,
    body,
    text: writeManifest(body),
    leaves,
  };
}

function toJson(object: Record<string, unknown>): JsonObject {
  return z.record(z.string(), z.json()).parse(object);
}

/** The text of an object, always alike. */
export function writeManifest(body: JsonObject): string {
  return stringify(body, { lineWidth: 0, aliasDuplicateObjects: false });
}
