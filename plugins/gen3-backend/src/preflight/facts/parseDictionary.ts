import { z } from 'zod';
import type { DictionaryFact } from './types';

/** Node types that every commons has: sheepdog puts all data into a project of a program. */
const NEEDED = ['program', 'project'];

const documentSchema = z.record(z.string(), z.unknown());

const nodeSchema = z.object({
  id: z.string().min(1).max(200),
  category: z.string(),
  properties: z.record(z.string(), z.unknown()),
});

/**
 * Reads a data dictionary as Gen3 publishes it: one JSON object with the schemas of its node types under the names of their files, and
 * `_definitions.yaml`, `_terms.yaml` and `_settings.yaml` beside them. What a schema is called is its `id`, not its key
 * (`dictionaryutils:dictionaryutils/__init__.py`).
 */
export function parseDictionary(text: string): DictionaryFact {
  if (text.trimStart().startsWith('<')) {
    return notOne('is a page of HTML, not JSON');
  }
  const document = documentSchema.safeParse(parseJson(text));
  if (!document.success) return notOne('is no JSON object');
  const nodes = Object.entries(document.data)
    .filter(([key]) => !key.startsWith('_') && !/^metaschema\b/.test(key))
    .flatMap(([, value]) => nodeSchema.safeParse(value).data?.id ?? [])
    .sort();
  if (nodes.length === 0) {
    return notOne(
      'is JSON without a single node type: none of its entries has an "id", a "category" and "properties"',
    );
  }
  const missing = NEEDED.filter(node => !nodes.includes(node));
  return missing.length > 0
    ? notOne(`has no node type "${missing.join('" and no "')}"`)
    : { kind: 'loaded', nodes };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function notOne(why: string): DictionaryFact {
  return { kind: 'not-a-dictionary', why };
}
