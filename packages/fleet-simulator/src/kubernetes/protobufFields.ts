/** The fields of a message, each with all its values in their order; a number is the bytes of its base-128 form. */
export type ProtobufFields = ReadonlyMap<number, readonly Buffer[]>;

/** How many bytes a value of a fixed size has, by wire type. */
const FIXED_BYTES: Record<number, number> = { 1: 8, 5: 4 };

/** Reads the fields of a message, until one that is not well formed. */
export function readFields(bytes: Buffer = Buffer.alloc(0)): ProtobufFields {
  const fields = new Map<number, Buffer[]>();
  let at = 0;
  while (at < bytes.length) {
    const tag = readNumber(bytes, at);
    const place = placeOfValue(bytes, tag.end, tag.value % 8);
    if (!place) {
      break;
    }
    const field = Math.floor(tag.value / 8);
    const value = bytes.subarray(place.start, place.end);
    fields.set(field, [...(fields.get(field) ?? []), value]);
    at = place.end;
  }
  return fields;
}

/** The first value of a field. */
export function firstOf(
  fields: ProtobufFields,
  field: number,
): Buffer | undefined {
  return fields.get(field)?.[0];
}

/** The text of a field; empty when there is none. */
export function textOf(fields: ProtobufFields, field: number): string {
  return firstOf(fields, field)?.toString('utf8') ?? '';
}

function placeOfValue(
  bytes: Buffer,
  start: number,
  wireType: number,
): { start: number; end: number } | undefined {
  if (wireType === 0) {
    return { start, end: readNumber(bytes, start).end };
  }
  if (wireType === 2) {
    const length = readNumber(bytes, start);
    return { start: length.end, end: length.end + length.value };
  }
  const size = FIXED_BYTES[wireType];
  return size === undefined ? undefined : { start, end: start + size };
}

/** A base-128 number; bytes that are missing count as zero. */
function readNumber(
  bytes: Buffer,
  start: number,
): { value: number; end: number } {
  let value = 0;
  let end = start;
  let factor = 1;
  let byte = 0;
  do {
    byte = bytes[end] ?? 0;
    value += (byte % 128) * factor;
    factor *= 128;
    end += 1;
  } while (byte >= 128);
  return { value, end };
}
