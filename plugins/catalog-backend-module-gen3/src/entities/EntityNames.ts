import { Entity, stringifyEntityRef } from '@backstage/catalog-model';

/**
 * Who has which entity ref. The catalog compares refs without case, and long names are cut and end in a short hash: two
 * different things may ask for one ref, and only the first can have it.
 */
export class EntityNames {
  readonly #holders = new Map<string, string>();

  /**
   * Asks for the ref of an entity.
   *
   * @param of - what the entity stands for
   * @returns undefined when it is free or had by the same, else what has it
   */
  claim(entity: Entity, of: string): string | undefined {
    const ref = stringifyEntityRef(entity);
    const holder = this.#holders.get(ref);
    if (holder === undefined) {
      this.#holders.set(ref, of);
    }
    return holder === of ? undefined : holder;
  }
}
