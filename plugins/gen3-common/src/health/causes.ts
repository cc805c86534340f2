/** Causes of what is seen from outside, or not seen at all. @public */
export const OUTSIDE_CAUSES = [
  /** As expected. */
  'ok',
  /** Another status than a healthy answer has. */
  'http-status',
  /** Right status, wrong body: often the front end answering for a missing service. */
  'unexpected-body',
  /** A redirect where an answer was due. */
  'redirected',
  /** 401, 403 or 429: a firewall, allow-list or gate; says nothing about health. */
  'blocked',
  /** Answers and failures take turns. */
  'unsteady',
  /** No answer before the deadline. */
  'timeout',
  /** Connection refused or reset. */
  'unreachable',
  /** The name does not resolve. */
  'dns',
  /** TLS handshake failed or the certificate is not valid for the host. */
  'tls',
  /** Certificate ends soon. */
  'certificate-ends-soon',
  /** Certificate has ended. */
  'certificate-ended',
  /** fence's issuer is not `https://<hostname>/user`. */
  'wrong-issuer',
  /** Gen3's maintenance mode is on. */
  'maintenance',
  /** The portal refused to ask: private or link-local address, not allowed by config. */
  'refused-address',
  /** The answer was larger than the portal reads. */
  'too-large',
  /** The round was cancelled before this check ran. */
  'cancelled',
  /** Nothing was ever asked. */
  'never-asked',
  /** The last answer is older than three intervals. */
  'stale',
  /** Probing is switched off for this commons. */
  'probing-off',
  /** There is no anonymous way to ask this service from outside. */
  'not-visible',
] as const;

/** Causes of what is seen inside the cluster, or cannot be read there. @public */
export const INSIDE_CAUSES = [
  /** A container ends again and again. */
  'crash-loop',
  /** An image cannot be pulled. */
  'image-pull',
  /** A container was ended because it took more memory than its limit. */
  'out-of-memory',
  /** A container cannot be made: a Secret, ConfigMap or volume is missing or wrong. */
  'container-config',
  /** An init container fails or hangs, such as fence's migration. */
  'init-failed',
  /** The scheduler finds no node for a pod. */
  'unschedulable',
  /** A pod waits longer than ten minutes to begin. */
  'pending',
  /** A node threw a pod out. */
  'evicted',
  /** A pod has failed for good, and does not begin anew by itself. */
  'pod-failed',
  /** A pod does not end, ten minutes after it was told to. */
  'terminating',
  /** Containers run and do not pass their readiness probe. */
  'not-ready',
  /** Containers are killed from outside, as kubelet does when their liveness or startup probe fails. */
  'killed',
  /** Kubernetes refuses to create pods. */
  'pods-not-created',
  /** Fewer pods are ready than wanted, and nothing says why: they just begin, are not there, or cannot be read. */
  'short-of-pods',
  /** Containers begin anew several times an hour. */
  'restarting',
  /** No replicas are wanted. */
  'scaled-to-zero',
  /** A Deployment or StatefulSet that the service consists of is not there. */
  'missing-workload',
  /** The last run of a job failed. */
  'job-failed',
  /** A job's last success is longer ago than its schedule allows. */
  'job-late',
  /** A job has not succeeded yet. */
  'job-never-ran',
  /** A CronJob that ought to run is suspended. */
  'job-suspended',
  /** Argo CD has not applied what git says. */
  'out-of-sync',
  /** Argo CD could not apply, or not even compare, what git says. */
  'sync-failed',
  /** A sync of Argo CD goes on for longer than syncs take. */
  'sync-slow',
  /** Argo CD finds something unhealthy or missing that it deployed. */
  'app-unhealthy',
  /** Argo CD has an Application, and has not compared it with git for long or cannot tell how it is. */
  'argocd-silent',
  /** The External Secrets Operator could not bring a secret up to date. */
  'secret-not-synced',
  /** No Ingress leads from the hostname to the commons, or it has no address. */
  'no-ingress',
  /** cert-manager could not issue the certificate of the Ingress, or has not renewed it. */
  'certificate-not-renewed',
  /** A volume is lost, or a claim waits for one. */
  'volume-missing',
  /** A quota of the namespace is used up. */
  'quota-used-up',
  /** A node that the commons runs on is not ready, or short of memory, disk or processes. */
  'node-not-ready',
  /** Network policies do not let users in to the gateway, or the gateway in to a service. */
  'isolated',
  /** The API server of the cluster cannot be asked. */
  'cluster-unreachable',
  /** The portal may not read what a check needs, or the API server fails on it. */
  'not-readable',
] as const;

/** Why a check answered as it did; stable codes for filters and tests. @public */
export const CAUSES = [...OUTSIDE_CAUSES, ...INSIDE_CAUSES] as const;

/** Why a check answered as it did. @public */
export type Cause = (typeof CAUSES)[number];
