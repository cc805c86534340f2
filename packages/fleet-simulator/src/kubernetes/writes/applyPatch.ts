import { applyPatch as applyOperations } from 'fast-json-patch';
import { z } from 'zod';
import { Reply } from '../../services/types';
import { badRequest, statusReply, unsupportedMediaType } from '../status';

const JSON_PATCH = 'application/json-patch+json';
const MERGE_PATCH = 'application/merge-patch+json';
const STRATEGIC_PATCH = 'application/strategic-merge-patch+json';

const objectSchema = z.record(z.string(), z.unknown());

/** An object as JSON. */
export type JsonObject = z.infer<typeof objectSchema>;

const path = z.string();
const value = z.unknown();

const operationsSchema = z.array(
  z.discriminatedUnion('op', [
    z.object({ op: z.literal('add'), path, value }),
    z.object({ op: z.literal('replace'), path, value }),
    z.object({ op: z.literal('test'), path, value }),
    z.object({ op: z.literal('remove'), path }),
    z.object({ op: z.literal('move'), path, from: path }),
    z.object({ op: z.literal('copy'), path, from: path }),
  ]),
);

/**
 * Applies a patch as its content type says; the object stays as it is. A strategic merge patch is applied as a merge patch: the two
 * differ in lists, none of which can be changed here.
 */
export function applyPatch(
  object: object,
  body: unknown,
  contentType: string = '',
): { patched: JsonObject } | { refusal: Reply } {
  const before = objectSchema.parse(object);
  switch (contentType.split(';')[0].trim()) {
    case JSON_PATCH:
      return applyJsonPatch(before, body);
    case MERGE_PATCH:
    case STRATEGIC_PATCH: {
      const patch = objectSchema.safeParse(body);
      return patch.success
        ? { patched: mergePatch(before, patch.data) }
        : { refusal: badRequest('the patch is no JSON object') };
    }
    default:
      return {
        refusal: unsupportedMediaType([
          JSON_PATCH,
          MERGE_PATCH,
          STRATEGIC_PATCH,
        ]),
      };
  }
}

function applyJsonPatch(
  before: JsonObject,
  body: unknown,
): { patched: JsonObject } | { refusal: Reply } {
  const operations = operationsSchema.safeParse(body);
  if (!operations.success) {
    return {
      refusal: badRequest(
        `the patch is no list of operations: ${z.prettifyError(
          operations.error,
        )}`,
      ),
    };
  }
  try {
    const { newDocument } = applyOperations(
      before,
      operations.data,
      true,
      false,
    );
    return { patched: objectSchema.parse(newDocument) };
  } catch (error) {
    const [why] = (error instanceof Error ? error.message : '').split('\n');
    return {
      refusal: statusReply(
        422,
        'Invalid',
        `the server rejected our request due to an error in our request: ${why}`,
      ),
    };
  }
}

/** RFC 7396. */
function mergePatch(before: JsonObject, patch: JsonObject): JsonObject {
  const changed = Object.entries(patch).map(([key, part]) => {
    const inner = objectSchema.safeParse(part);
    const known = objectSchema.safeParse(before[key]);
    return [
      key,
      inner.success ? mergePatch(known.data ?? {}, inner.data) : part,
    ];
  });
  const merged = { ...before, ...Object.fromEntries(changed) };
  return Object.fromEntries(
    Object.entries(merged).filter(([key]) => patch[key] !== null),
  );
}
