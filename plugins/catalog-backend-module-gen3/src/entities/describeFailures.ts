import { stringifyError } from '@backstage/errors';
import { Finding } from '@gen3-csoc/backstage-plugin-gen3-common';
import { redactUrls } from '@gen3-csoc/backstage-plugin-gen3-node';
import { MergedCommons, SourceFinding } from '../provider/mergeSources';
import { isInGit } from '../sources/types';

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

/** A commons in a cluster that Backstage knows, of which nobody says where in it. */
export function describeNoNamespace(
  commons: MergedCommons,
  cluster: string,
): SourceFinding {
  const { sourceId, member, hostname } = commons;
  return {
    sourceId,
    member,
    finding: {
      severity: 'warning',
      code: 'namespace-missing',
      message: `"${hostname}" is in cluster "${cluster}", and no source names its namespace: its workloads cannot be looked at`,
      ...whereToNameNamespace(commons),
    },
  };
}

/** Only sources that may name a namespace can lack one: an Application, and an entry in the config. */
function whereToNameNamespace({
  provenance,
  flavour,
  hostname,
}: MergedCommons): Pick<Finding, 'fix' | 'file' | 'key'> {
  if (!isInGit(provenance)) {
    const key = `${provenance.path}.namespace`;
    return { key, fix: `Set "${key}".` };
  }
  return flavour === 'cloud-automation'
    ? {
        fix: `A manifest names no namespace: add a source of type "kubernetes" that reads the cluster, or list "${hostname}" with its "namespace" in one of type "static".`,
      }
    : {
        file: provenance.path,
        key: 'spec.destination.namespace',
        fix: 'Set "spec.destination.namespace" of the Application.',
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
