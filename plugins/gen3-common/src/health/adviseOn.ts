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
    'Mend what the scheduler names in the reason, such as too little memory, a taint or a volume in another zone: no node takes the pod.',
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
    `Check whether Argo CD has deployed ${s}, which git declares; where nothing at all runs in the namespace, check first that the cluster and the namespace that the reason names are right.`,
  // A service may need several jobs.
  'job-failed': () => 'Read the log of the last run of the job that is named.',
  'job-late': () =>
    'Look for why the job that is named does not succeed: a run that hangs, a CronJob that is suspended.',
  'job-suspended': () =>
    'Resume the CronJob that is named, or find out who suspended it and why; one that the chart suspends and people run by hand again is to be deleted, so that the chart makes it anew.',
  'job-never-ran': () =>
    'Find out why the job that is named has not succeeded yet: a run may hang, or none was ever begun.',
  'out-of-sync': () =>
    'Sync the Application in Argo CD if it is not being applied already, or find out why it does not sync by itself.',
  'sync-failed': () =>
    'Read the message in Argo CD, and mend what git declares, or what keeps it from being applied, such as a hook that fails.',
  'sync-slow': () =>
    'Look at what the sync waits for, which Argo CD names, such as a job that hangs; one that deploys a commons for the first time may take longer.',
  'app-unhealthy': () =>
    'Open the Application in Argo CD: it names the object that is not healthy.',
  'argocd-silent': () =>
    'See whether the application controller of Argo CD runs, and what it logs; where it waits for webhooks (timeout.reconciliation 0), refresh the Application in Argo CD.',
  'secret-not-synced': () =>
    'Look whether the store has the secret; one that your site does not keep there needs no ExternalSecret.',
  'no-ingress': () =>
    'Look at the Ingress of revproxy and at the controller that is to give it an address.',
  'certificate-not-renewed': () =>
    'Look at the Certificate and its requests: cert-manager says there why it cannot issue it.',
  'volume-missing': () =>
    'Look at the claim that is named: one whose volume is lost needs it back, or a backup, and one that waits needs a storage class that gives it a volume.',
  'quota-used-up': () =>
    'Raise the quota of the namespace, or free what it counts: pods that end cannot begin anew.',
  'node-not-ready': () =>
    'Look at the node, and bring it back, relieve or replace it: a pod on it may not answer already, or be gone soon.',
  isolated: () =>
    'Give the service that is named a network policy that lets users through: those that are named do not.',
  'cluster-unreachable': () =>
    'Check that the API server of the cluster answers, and its entry under "kubernetes" in the portal\'s config: address, certificate authority, credentials.',
  'not-readable': () =>
    'Give the account of the portal the rights that the documentation lists, where they are refused; else mend what the reason says of the answer, such as a list that is too large.',
  'probing-off': () =>
    'To have the commons asked, set "probing: on" at its source, or the annotation gen3.org/probing of one written by hand.',
};

const CONFIGURATION = '/user/.well-known/openid-configuration';

const RUN_ETL =
  'Run the job etl-cronjob, which makes the Elasticsearch indices of guppy, and restart guppy-deployment afterwards';

/** Checks of the commons as a whole, where what fits a service does not fit them; and services whose failures mean something of their own. */
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
  // It ends when an index is missing, and answers without any (gen3-helm:docs/CONFIGURATION.md, guppy:src/server/endpoints.js).
  guppy: {
    'crash-loop': `${RUN_ETL}: it ends where an index that its configuration names is missing, which its last log says; else compare its configuration with the last change.`,
    'unexpected-body': `${RUN_ETL}: there is nothing to search in; where a page answers instead, check that guppy is deployed.`,
  },
  tls: {
    timeout:
      'Check the load balancer: it does not finish the TLS handshake in time.',
    unsteady:
      'Check whether one of several load balancers shows another certificate.',
  },
  // The tab that shows it reads the cluster when somebody looks.
  'inside:argocd': {
    timeout: 'Try again in a minute: the portal had no turn at the cluster.',
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
