import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { Request } from 'express';

/** The commons that a path names. @throws InputError for a name that no database takes. */
export function entityRefOf(
  req: Pick<Request<{ namespace: string; name: string }>, 'params'>,
): string {
  const { namespace, name } = req.params;
  const entityRef = stringifyEntityRef({ kind: 'system', namespace, name });
  if (entityRef.includes('\0')) {
    throw new InputError(
      `${JSON.stringify(
        entityRef.slice(0, 120),
      )} is no entity reference: it contains a NUL character`,
    );
  }
  return entityRef;
}
