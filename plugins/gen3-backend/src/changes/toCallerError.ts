import { ConflictError } from '@backstage/errors';
import { ChangeHostError } from '@gen3-csoc/backstage-plugin-gen3-node';

/** What the state or the rules of a repository do not allow is for the caller to know; everything else is the portal's trouble. */
export async function toCallerError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ChangeHostError
      ? new ConflictError(error.message)
      : error;
  }
}
