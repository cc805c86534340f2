import { Cause } from './causes';

const OF_SERVICE: Partial<Record<Cause, (subject: string) => string>> = {
  'http-status': s =>
    `Look at the pods and logs of ${s}: the gateway turns every failure behind it, also a missing pod, into 500.`,
  'unexpected-body': s =>
    `Check that ${s} is deployed: the gateway passes the path of a missing service on to the front end.`,
  redirected: s =>
    `Check whether the path of ${s} needs a log-in, or whether the commons has moved to another hostname.`,
  blocked: () =>
    'Let the portal through the firewall or allow-list of the commons.',
  timeout: s =>
    `Look at the load and the database of ${s}: it takes too long to answer.`,
  unsteady: s =>
    `Look for a pod of ${s} that restarts again and again, or for one of several pods that is broken.`,
  unreachable: () =>
    'Check the load balancer and the cluster: no connection can be made.',
  dns: () => 'Check the DNS record of the hostname.',
  tls: () =>
    'Check that the certificate is valid for the hostname and its chain is complete.',
  'certificate-ends-soon': () => 'Renew the certificate before it ends.',
  'certificate-ended': () =>
    'Renew the certificate now: browsers refuse the commons.',
  'wrong-issuer': () =>
    'Correct BASE_URL in the configuration of fence: tokens name the wrong issuer.',
  maintenance: () =>
    'Nothing, if the maintenance is planned; else set global.maintenanceMode to "off".',
  'refused-address': () =>
    'Correct the base URL of the commons; or, if it really is in a private network, allow its addresses in gen3.http.allowPrivateAddresses.',
  'too-large': s =>
    `Check what answers at the path of ${s}: it sends more than the portal reads.`,
  cancelled: () => 'Wait for the next round.',
  'never-asked': () => 'Wait for the first round.',
  stale: () => 'Check that the portal runs and can reach the commons.',
  'crash-loop': s =>
    `Read the last log of ${s} and compare its configuration with the last change: its container ends again and again.`,
  'image-pull': s =>
    `Check that the image tag of ${s} exists and that the cluster may pull it.`,
  'out-of-memory': s =>
    `Raise the memory limit of ${s}, or find out what needs so much.`,
  'container-config': s =>
    `Look for the Secret, ConfigMap or volume that ${s} names and the namespace does not have.`,
  'init-failed': s =>
    `Read the log of the init container of ${s}, such as the migration of its database.`,
  unschedulable: () =>
    'Look at the nodes and the quota of the namespace: no node has room for the pod.',
  pending: s => `Look at the events of the pods of ${s}: they do not begin.`,
  evicted: () =>
    'Look at the memory and the disk of the node, which threw a pod out.',
  'pod-failed': s =>
    `Look at the pod of ${s} that failed and at its node, and delete it or make it again where nothing else does.`,
  terminating: s =>
    `Look for what keeps a pod of ${s} from ending: a finalizer, or a node that is gone.`,
  'not-ready': s =>
    `Read the log of ${s}: its container runs and does not pass its readiness probe.`,
  killed: s =>
    `Look at the liveness and startup probes of ${s}, and at its load: kubelet kills a container that does not pass them.`,
  'pods-not-created': s =>
    `Mend what Kubernetes names as it refuses to create pods of ${s}: an admission webhook, a service account, a policy.`,
  'short-of-pods': s =>
    `Wait a minute if ${s} has just been changed, else look at the events of its Deployment and its pods.`,
  restarting: s =>
    `Read the last log of ${s}: its containers begin anew several times an hour.`,
  'scaled-to-zero': s =>
    `Set the replicas of ${s} to one or more, if it is not switched off on purpose.`,
  'missing-workload': s =>
    `Check whether Argo CD has deployed ${s}: what git declares is not in the namespace.`,
  'job-failed': s => `Read the log of the last run of the job of ${s}.`,
  'job-late': s =>
    `Look for why the job of ${s} does not succeed: a run that hangs, a CronJob that is suspended.`,
  'job-suspended': s =>
    `Resume the CronJob of ${s}, or find out who suspended it and why.`,
  'job-never-ran': s =>
    `Find out why the job of ${s} has not succeeded yet: a run may hang, or none was ever begun.`,
  'out-of-sync': () =>
    'Sync the Application in Argo CD, or find out why it does not sync by itself.',
  'sync-failed': () =>
    'Read the message in Argo CD, and mend what git declares.',
  'app-unhealthy': () =>
    'Open the Application in Argo CD: it names the object that is not healthy.',
  'secret-not-synced': () =>
    'Look whether the store has the secret; one that your site does not keep there needs no ExternalSecret.',
  'no-ingress': () =>
    'Look at the Ingress of revproxy and at the controller that is to give it an address.',
  'certificate-not-renewed': () =>
    'Look at the Certificate and its requests: cert-manager says there why it cannot issue it.',
  'volume-missing': () =>
    'Look at the claim and its storage class: the database or the search engine may have lost its data.',
  'quota-used-up': () =>
    'Raise the quota of the namespace, or free what it counts: pods that end cannot begin anew.',
  'node-not-ready': () =>
    'Look at the node: what runs on it may be gone soon, or not answer already.',
  isolated: () =>
    'Let the load balancer in to revproxy, and revproxy out to the services, with network policies of their own.',
  'cluster-unreachable': () =>
    'Check the cluster and its entry under "kubernetes" in the portal\'s config.',
  'not-readable': () =>
    'Give the account of the portal the rights that the documentation lists; where the list is too large, see what fills the cluster with it.',
  'probing-off': () =>
    'To have the commons asked, set "probing: on" at its source, or the annotation gen3.org/probing of one written by hand.',
};

const CONFIGURATION = '/user/.well-known/openid-configuration';

/** Checks of the commons as a whole, where what fits a service does not fit them. */
const OF_CHECK: Record<string, Partial<Record<Cause, string>>> = {
  issuer: {
    'http-status': `Check that the gateway passes ${CONFIGURATION} on to fence: others check tokens by it.`,
    'unexpected-body': `Check that the gateway passes ${CONFIGURATION} on to fence: others check tokens by it.`,
    redirected: `Check what redirects ${CONFIGURATION}: it must answer without a log-in.`,
    timeout: `Look at the load of fence: ${CONFIGURATION} takes too long to answer.`,
    unsteady:
      'Look for a pod of fence that restarts again and again, or for one of several pods that is broken.',
    'too-large': `Check what answers at ${CONFIGURATION}: it sends more than the portal reads.`,
  },
  tls: {
    timeout:
      'Check the load balancer: it does not finish the TLS handshake in time.',
    unsteady:
      'Check whether one of several load balancers shows another certificate.',
  },
};

/** What advice is about, where a check of the commons as a whole finds what a service can have. */
const SUBJECTS: Record<string, string> = {
  'inside:pods': 'the workload that is named',
};

/**
 * What to do next about a cause, one sentence; empty when nothing is to be done.
 *
 * @param subject - name of the service, or id of the check of the commons as a whole.
 *
 * @public
 */
export function adviseOn(cause: Cause, subject: string): string {
  return (
    OF_CHECK[subject]?.[cause] ??
    OF_SERVICE[cause]?.(SUBJECTS[subject] ?? subject) ??
    ''
  );
}
