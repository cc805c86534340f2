import {
  type LaunchAnswers,
  type LaunchPlan,
  type PendingLaunch,
  readGen3Values,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ChangeRecord } from './ChangeRecord';

/**
 * Commons of a source that are on their way, as their source will find them. One that is merged stays among them until it has ended:
 * the source knows best whether it has found it.
 *
 * @returns by hostname
 */
export function listPendingLaunches(options: {
  ongoing: ChangeRecord[];
  source: string;
  planOf: (launch: { answers: LaunchAnswers }) => LaunchPlan;
  registry: ServiceRegistry;
}): PendingLaunch[] {
  const { ongoing, source, planOf, registry } = options;
  return ongoing
    .filter(record => record.source === source && record.state !== 'proposing')
    .flatMap(record => {
      const { request } = record;
      if (request.kind !== 'launch') return [];
      const { hostname, title, cluster, namespace, environment, values } =
        planOf(request);
      const { services, dictionaryUrl, frontendRoot } = readGen3Values(
        values,
        registry,
      );
      return {
        id: record.id,
        hostname,
        ...(title === hostname ? {} : { title }),
        owner: record.owner,
        file: applicationFileOf(record),
        cluster,
        namespace,
        environment,
        services,
        ...(dictionaryUrl === undefined ? {} : { dictionaryUrl }),
        frontendRoot,
      };
    })
    .sort((a, b) => (a.hostname < b.hostname ? -1 : 1));
}

/** The file with the Application, which the source will name as the one that declares the commons. */
function applicationFileOf({ files, branch }: ChangeRecord): string {
  const file = files.find(({ after }) =>
    after?.includes('\nkind: Application\n'),
  );
  return file?.path ?? branch;
}
