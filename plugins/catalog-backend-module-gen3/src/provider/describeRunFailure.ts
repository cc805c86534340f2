import { stringifyError } from '@backstage/errors';
import { redactUrls } from '@gen3-csoc/backstage-plugin-gen3-node';

/** What a status says of a failure at most: the log has it whole. */
const MAX_LENGTH = 2_000;

/**
 * A failure as the status of a source shows it. Knex puts the whole statement with all its values before what the database
 * said, as `<statement> - <message>` (knex 3.1): thousands of members, which are not for everybody. Pure.
 */
export function describeRunFailure(error: unknown): string {
  const text = stringifyError(error);
  const isStatement =
    /^\w*Error: (insert|update|delete|select|with|begin|commit)\b/i.test(
      text.slice(0, 100),
    );
  const said = isStatement
    ? `Error: ${text.slice(text.lastIndexOf(' - ') + 3)}`
    : text;
  return redactUrls(said.slice(0, MAX_LENGTH));
}
