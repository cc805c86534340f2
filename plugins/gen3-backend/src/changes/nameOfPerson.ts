import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { FindPerson } from './ChangeService';

/** How texts for people name somebody: as the catalog does, else the short form of the reference (`alma-reyes`). Never rejects. */
export async function nameOfPerson(
  userRef: string,
  by: { findPerson: FindPerson; logger: LoggerService },
): Promise<string> {
  try {
    return (await by.findPerson(userRef)).name;
  } catch (error) {
    // A name is worth no failure: what is said is right without it.
    by.logger.debug('The catalog could not be asked for a name', {
      userRef,
      error: stringifyError(error),
    });
    return shortNameOf(userRef);
  }
}

/** The name in an entity reference: `alma-reyes` of `user:default/alma-reyes`. */
export function shortNameOf(entityRef: string): string {
  return parseEntityRef(entityRef).name;
}
