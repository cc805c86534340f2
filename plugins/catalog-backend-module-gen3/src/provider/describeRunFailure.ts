import { isError, stringifyError } from '@backstage/errors';
import { redactUrls } from '@gen3-csoc/backstage-plugin-gen3-node';

/** What a status says of a failure at most: the log has it whole. */
const MAX_LENGTH = 2_000;

/**
 * A failure as the status of a source shows it. Knex puts the whole statement with all its values before what the database
 * said, as `<statement> - <message>` (knex 3.1): thousands of members, which are not for everybody. Pure.
 */
export function describeRunFailure(error: unknown): string {
  // The name of its class says nothing to a person.
  const text = isError(error) ? error.message : stringifyError(error);
  const isStatement =
    /^(insert|update|delete|select|with|begin|commit)\b/i.test(text);
  const said = isStatement ? text.slice(text.lastIndexOf(' - ') + 3) : text;
  return redactUrls(said).slice(0, MAX_LENGTH);
}
