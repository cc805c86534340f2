import { stringifyError } from '@backstage/errors';
import { redactUrls } from '@gen3-csoc/backstage-plugin-gen3-node';
import { MergedCommons, SourceFinding } from '../provider/mergeSources';

/** Of an error's text; it may quote what it stumbled over. */
const MAX_ERROR_LENGTH = 200;

/** A commons whose entities cannot be built. */
export function describeNotBuilt(
  { sourceId, member, hostname }: MergedCommons,
  error: unknown,
): SourceFinding {
  const reason = redactUrls(stringifyError(error)).slice(0, MAX_ERROR_LENGTH);
  return {
    sourceId,
    member,
    finding: {
      severity: 'error',
      code: 'entities-not-built',
      message: `The entities of "${hostname}" cannot be built, and stay in the catalog as they are: ${reason}`,
      fix: 'This is a fault of the portal: report it with this message.',
    },
  };
}

/** An entity that cannot be in the catalog because something else has its name. */
export function describeNameTaken(options: {
  commons: MergedCommons;
  of: string;
  holder: string;
  ref: string;
}): SourceFinding {
  const { commons, of, holder, ref } = options;
  return {
    sourceId: commons.sourceId,
    member: commons.member,
    finding: {
      severity: 'warning',
      code: 'entity-name-taken',
      message: `"${ref}" stands for ${holder}, so ${of} is not in the catalog: the names of both become the same entity name`,
      fix: 'Rename one of the two; upper and lower case make no difference.',
    },
  };
}
