import { createHash } from 'node:crypto';

/**
 * Numbers and names that make one commons differ from another. All of them follow from the seed and the hostname, so two
 * runs with one seed answer the same.
 */
export interface CommonsFacts {
  /** Lower-case hexadecimal text, up to 64 characters, that belongs to `topic`. */
  hex(topic: string, length: number): string;
  /** A whole number from `min` to `max`, both included. */
  number(topic: string, min: number, max: number): number;
  /** A UUID that belongs to `topic`. */
  uuid(topic: string): string;
}

/** Makes the facts of one commons. */
export function createCommonsFacts(
  seed: string,
  hostname: string,
): CommonsFacts {
  // A namespace's objects ask the same again and again, within one answer.
  const digests = new Map<string, string>();
  const digest = (topic: string) => {
    const known = digests.get(topic);
    if (known !== undefined) {
      return known;
    }
    const made = createHash('sha256')
      .update(`${seed}\n${hostname}\n${topic}`)
      .digest('hex');
    digests.set(topic, made);
    return made;
  };
  return {
    hex: (topic, length) => digest(topic).slice(0, length),
    number: (topic, min, max) =>
      min + (parseInt(digest(topic).slice(0, 12), 16) % (max - min + 1)),
    uuid: topic => {
      const hex = digest(topic);
      return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `4${hex.slice(13, 16)}`,
        `8${hex.slice(17, 20)}`,
        hex.slice(20, 32),
      ].join('-');
    },
  };
}
