import { Gen3Job, Gen3Service } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Commons } from '../../commons/types';
import { NamespaceView, registeredServices } from '../views';
import { imageOf } from './images';

/** A Job or CronJob of a commons. */
export interface JobPlan extends Gen3Job {
  /** Name of the service that it belongs to. */
  service: string;
  image: string;
}

/** Jobs of the registry that charts only make when values ask for them. */
const SWITCHED_OFF =
  /^(useryaml|fence-visa-update|google-.*|workspace-launch-test|audit-service-export)$/;

/** The Jobs and CronJobs that a commons has; of services that are just arriving those that make their databases. */
export function jobPlansOf(view: NamespaceView): JobPlan[] {
  const arriving = registeredServices({
    services: new Map(view.sync.arriving.map(name => [name, undefined])),
  });
  return [
    ...view.services.flatMap(service => plansOf(view, service)),
    ...arriving
      .flatMap(service => plansOf(view, service))
      .filter(({ name }) => name.endsWith('-dbcreate')),
  ];
}

function plansOf(view: NamespaceView, service: Gen3Service): JobPlan[] {
  return jobsOfService(service, view.commons).map(job => ({
    ...job,
    service: service.name,
    image: job.name.endsWith('-dbcreate')
      ? 'quay.io/cdis/awshelper:master'
      : imageOf(view, service.name),
  }));
}

/** Names of the jobs of a commons, which faults are placed by. */
export function jobNamesOf(commons: Commons): string[] {
  return registeredServices(commons).flatMap(service =>
    jobsOfService(service, commons).map(({ name }) => name),
  );
}

function jobsOfService(
  { jobs }: Gen3Service,
  { aggregate }: Commons,
): Gen3Job[] {
  return jobs.filter(
    ({ name }) =>
      !SWITCHED_OFF.test(name) &&
      (name !== 'metadata-aggregate-sync' || aggregate),
  );
}
