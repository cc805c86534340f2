import { createClusterCommons, NOW } from '../__testUtils__/askCluster';
import { Kubectl, openKubectl } from '../__testUtils__/openKubectl';
import { Simulator, startSimulator } from '../server/startSimulator';

// These tests start programs, which may take a while on a busy machine.
jest.setTimeout(60_000);

let simulator: Simulator;
let client: Kubectl;

beforeAll(async () => {
  simulator = await startSimulator({
    commons: [
      createClusterCommons({
        services: ['revproxy', 'fence', 'arborist', 'sower'],
      }),
      createClusterCommons({
        hostname: 'rare.example',
        cluster: 'rareprod',
        namespace: 'rare',
        services: ['revproxy', 'fence'],
      }),
      createClusterCommons({
        hostname: 'skin.example',
        cluster: 'skinprod',
        namespace: 'skin',
        services: ['revproxy', 'fence'],
        certManager: true,
        netPolicy: true,
      }),
    ],
    clusters: { rareprod: { kubernetesVersion: '1.20' } },
    // What kubectl itself counts from its own clock is in no expectation.
    now: () => NOW,
  });
  simulator.setFault('heart.example', 'fence', { crashLoop: true });
  simulator.setFault('heart.example', 'sower', { imagePull: true });
  simulator.setFault('heart.example', 'usersync', { failedJob: true });
  client = openKubectl(simulator);
});

afterAll(async () => {
  client?.close();
  await simulator?.close();
});

const kubectl: Kubectl['print'] = (...args) => client.print(...args);
const complaint: Kubectl['complaint'] = (...args) => client.complaint(...args);

it('get deploy', async () => {
  expect(await kubectl('get deploy -n heart')).toMatchInlineSnapshot(`
    "NAME                             READY   UP-TO-DATE   AVAILABLE   AGE
    arborist-deployment              1/1     1            1           155d
    fence-deployment                 0/1     1            0           155d
    presigned-url-fence-deployment   1/1     1            1           155d
    revproxy-deployment              1/1     1            1           155d
    sower                            0/1     1            0           155d
    "
  `);
});

it('get deploy -o wide of all namespaces', async () => {
  expect(await kubectl('get deploy -A -o wide -l app=presigned-url-fence'))
    .toMatchInlineSnapshot(`
    "NAMESPACE   NAME                             READY   UP-TO-DATE   AVAILABLE   AGE    CONTAINERS            IMAGES                       SELECTOR
    heart       presigned-url-fence-deployment   1/1     1            1           155d   presigned-url-fence   quay.io/cdis/fence:2026.10   app=presigned-url-fence
    "
  `);
});

it('get pods -o wide', async () => {
  expect(
    await kubectl(
      'get pods -n heart -o wide --field-selector=status.phase!=Succeeded',
    ),
  ).toMatchInlineSnapshot(`
    "NAME                                              READY   STATUS             RESTARTS      AGE     IP            NODE                         NOMINATED NODE   READINESS GATES
    arborist-deployment-df81560587-7msjs              1/1     Running            0             22d     10.0.56.107   ip-10-0-2-168.ec2.internal   <none>           <none>
    fence-deployment-5a25cfb998-r65np                 0/1     CrashLoopBackOff   5 (26s ago)   22d     10.0.45.98    ip-10-0-3-46.ec2.internal    <none>           <none>
    presigned-url-fence-deployment-b89e707a9d-mstwr   1/1     Running            0             22d     10.0.34.134   ip-10-0-3-46.ec2.internal    <none>           <none>
    revproxy-deployment-d21e0e4f84-rs7jm              1/1     Running            0             22d     10.0.58.158   ip-10-0-3-46.ec2.internal    <none>           <none>
    sower-d629673c54-6qh8v                            0/1     ImagePullBackOff   0             6m      10.0.37.133   ip-10-0-2-168.ec2.internal   <none>           <none>
    usersync-29922360-blwp7                           0/1     Error              0             6m12s   10.0.33.65    ip-10-0-2-168.ec2.internal   <none>           <none>
    usersync-29922360-dk8ww                           0/1     Error              0             4m36s   10.0.24.239   ip-10-0-3-46.ec2.internal    <none>           <none>
    usersync-29922360-fkt7n                           0/1     Error              0             7m      10.0.40.59    ip-10-0-2-168.ec2.internal   <none>           <none>
    usersync-29922360-qlhxs                           0/1     Error              0             3m48s   10.0.29.52    ip-10-0-2-168.ec2.internal   <none>           <none>
    usersync-29922360-qm6zj                           0/1     Error              0             5m24s   10.0.28.168   ip-10-0-1-29.ec2.internal    <none>           <none>
    "
  `);
});

it('describe a pod in a crash loop', async () => {
  const described = await kubectl('describe pod -n heart -l app=fence');

  // kubectl counts the age of events by its own clock, and makes the column as wide as that.
  expect(
    described
      .replace(/^( +Type +Reason) +Age +(From.*)$/m, '$1 $2')
      .replace(/^( +---- +------) +---- +(----.*)$/m, '$1 $2')
      .replace(/^( +(Normal|Warning) +\w+) .*( kubelet)/gm, '$1$3'),
  ).toMatchInlineSnapshot(`
    "Name:             fence-deployment-5a25cfb998-r65np
    Namespace:        heart
    Service Account:  fence-sa
    Node:             ip-10-0-3-46.ec2.internal/10.0.3.46
    Start Time:       Sat, 31 Oct 2026 06:04:14 +0000
    Labels:           app=fence
                      app.kubernetes.io/instance=gen3-heart
                      app.kubernetes.io/name=fence
                      authprovider=yes
                      hostname=heart.example
                      pod-template-hash=5a25cfb998
                      release=production
    Annotations:      <none>
    Status:           Running
    IP:               10.0.45.98
    IPs:
      IP:           10.0.45.98
    Controlled By:  ReplicaSet/fence-deployment-5a25cfb998
    Init Containers:
      fence-init:
        Container ID:   containerd://e516d1f50831fae272f9973e5b8ab4f5597e11bcf27c3970aac59e081c56276a
        Image:          quay.io/cdis/fence:2026.10
        Image ID:       quay.io/cdis/fence@sha256:625b5ff7ea13e7807970d8910aafe018dbc5f5a808e1697cd1355c04f1d23078
        Port:           <none>
        Host Port:      <none>
        State:          Terminated
          Reason:       Completed
          Exit Code:    0
          Started:      Sat, 31 Oct 2026 06:04:17 +0000
          Finished:     Sat, 31 Oct 2026 06:04:20 +0000
        Ready:          True
        Restart Count:  0
        Limits:
          memory:  512Mi
        Requests:
          memory:     12Mi
        Environment:  <none>
        Mounts:       <none>
    Containers:
      fence:
        Container ID:   containerd://0ce86c4247b75200d1b114a5aad31af37c85bc0b40c3b989db7977d84106d825
        Image:          quay.io/cdis/fence:2026.10
        Image ID:       quay.io/cdis/fence@sha256:625b5ff7ea13e7807970d8910aafe018dbc5f5a808e1697cd1355c04f1d23078
        Port:           80/TCP (http)
        Host Port:      0/TCP (http)
        State:          Waiting
          Reason:       CrashLoopBackOff
        Last State:     Terminated
          Reason:       Error
          Exit Code:    1
          Started:      Sun, 22 Nov 2026 10:06:30 +0000
          Finished:     Sun, 22 Nov 2026 10:06:34 +0000
        Ready:          False
        Restart Count:  5
        Limits:
          memory:  512Mi
        Requests:
          memory:     12Mi
        Liveness:     http-get http://:80/_status delay=30s timeout=30s period=60s #success=1 #failure=3
        Readiness:    http-get http://:80/_status delay=0s timeout=1s period=10s #success=1 #failure=3
        Environment:  <none>
        Mounts:       <none>
    Conditions:
      Type                        Status
      PodReadyToStartContainers   True
      Initialized                 True
      Ready                       False
      ContainersReady             False
      PodScheduled                True
    Volumes:                      <none>
    QoS Class:                    Burstable
    Node-Selectors:               <none>
    Tolerations:                  <none>
    Events:
      Type     Reason From     Message
      ----     ------ ----     -------
      Normal   Created kubelet  Created container: fence
      Normal   Started kubelet  Started container fence
      Normal   Pulled kubelet  Successfully pulled image "quay.io/cdis/fence:2026.10" in 412ms (412ms including waiting). Image size: 187654321 bytes.
      Warning  BackOff kubelet  Back-off restarting failed container fence in pod fence-deployment-5a25cfb998-r65np_heart(8cd43d0f-4d67-40e9-8bac-0a92afc99021)
    "
  `);
});

it('get jobs and cronjobs', async () => {
  expect(await kubectl('get cronjobs,jobs -n heart')).toMatchInlineSnapshot(`
    "NAME                                             SCHEDULE       TIMEZONE   SUSPEND   ACTIVE   LAST SCHEDULE   AGE
    cronjob.batch/arborist-rm-expired-access         */5 * * * *    <none>     False     0        2m              155d
    cronjob.batch/fence-cleanup-expired-ga4gh-info   */5 * * * *    <none>     False     0        2m              155d
    cronjob.batch/fence-db-migrate-cronjob           0 0 31 2 *     <none>     True      0        <none>          155d
    cronjob.batch/fence-delete-expired-clients       */5 * * * *    <none>     False     0        2m              155d
    cronjob.batch/usersync                           */30 * * * *   <none>     False     0        7m              155d

    NAME                                                  STATUS     COMPLETIONS   DURATION   AGE
    job.batch/arborist-dbcreate                           Complete   1/1           75s        155d
    job.batch/arborist-rm-expired-access-29922355         Complete   1/1           31s        12m
    job.batch/arborist-rm-expired-access-29922360         Complete   1/1           31s        7m
    job.batch/arborist-rm-expired-access-29922365         Complete   1/1           31s        2m
    job.batch/fence-cleanup-expired-ga4gh-info-29922355   Complete   1/1           69s        12m
    job.batch/fence-cleanup-expired-ga4gh-info-29922360   Complete   1/1           69s        7m
    job.batch/fence-cleanup-expired-ga4gh-info-29922365   Complete   1/1           69s        2m
    job.batch/fence-dbcreate                              Complete   1/1           99s        155d
    job.batch/fence-delete-expired-clients-29922355       Complete   1/1           35s        12m
    job.batch/fence-delete-expired-clients-29922360       Complete   1/1           35s        7m
    job.batch/fence-delete-expired-clients-29922365       Complete   1/1           35s        2m
    job.batch/usersync-29922270                           Complete   1/1           51s        97m
    job.batch/usersync-29922300                           Complete   1/1           51s        67m
    job.batch/usersync-29922330                           Complete   1/1           51s        37m
    job.batch/usersync-29922360                           Failed     0/1           7m         7m
    "
  `);
});

it('get cronjobs of an old cluster', async () => {
  expect(
    await kubectl('get cronjobs usersync -n rare', { cluster: 'rareprod' }),
  ).toMatchInlineSnapshot(`
    "NAME       SCHEDULE       SUSPEND   ACTIVE   LAST SCHEDULE   AGE
    usersync   */30 * * * *   False     0        7m              175d
    "
  `);
});

it('get what belongs to Argo CD, External Secrets and the way in', async () => {
  expect(await kubectl('get applications,externalsecrets,ingresses,hpa -A'))
    .toMatchInlineSnapshot(`
    "NAMESPACE   NAME                                 SYNC STATUS   HEALTH STATUS
    argocd      application.argoproj.io/gen3-heart   Synced        Progressing

    NAMESPACE   NAME                                                       STORETYPE     STORE               REFRESH INTERVAL   STATUS         READY
    heart       externalsecret.external-secrets.io/arborist-dbcreds        SecretStore   gen3-secret-store   5m                 SecretSynced   True
    heart       externalsecret.external-secrets.io/fence-config            SecretStore   gen3-secret-store   5m                 SecretSynced   True
    heart       externalsecret.external-secrets.io/fence-dbcreds           SecretStore   gen3-secret-store   5m                 SecretSynced   True
    heart       externalsecret.external-secrets.io/fence-jwt-keys          SecretStore   gen3-secret-store   5m                 SecretSynced   True
    heart       externalsecret.external-secrets.io/pelicanservice-g3auto   SecretStore   gen3-secret-store   5m                 SecretSynced   True
    heart       externalsecret.external-secrets.io/sower-jobs-g3auto       SecretStore   gen3-secret-store   5m                 SecretSynced   True

    NAMESPACE   NAME                                     CLASS   HOSTS           ADDRESS                                      PORTS   AGE
    heart       ingress.networking.k8s.io/revproxy-alb   alb     heart.example   k8s-803ae01420.us-east-1.elb.amazonaws.com   80      155d

    NAMESPACE   NAME                                                      REFERENCE                        TARGETS        MINPODS   MAXPODS   REPLICAS   AGE
    heart       horizontalpodautoscaler.autoscaling/fence-deployment      Deployment/fence-deployment      cpu: 22%/40%   1         10        1          155d
    heart       horizontalpodautoscaler.autoscaling/revproxy-deployment   Deployment/revproxy-deployment   cpu: 26%/40%   1         10        1          155d
    "
  `);
});

it('get what a commons may take, who may reach it, and its certificate', async () => {
  expect(
    await kubectl('get quota,netpol,certificates,ingresses -n skin -o wide', {
      cluster: 'skinprod',
    }),
  ).toMatchInlineSnapshot(`
    "NAME                       REQUEST                                  LIMIT                         AGE
    resourcequota/gen3-quota   pods: 3/250, requests.memory: 36Mi/8Gi   limits.memory: 1536Mi/128Gi   114d

    NAME                                                          POD-SELECTOR               AGE
    networkpolicy.networking.k8s.io/allow-nothing-netpolicy       <none>                     114d
    networkpolicy.networking.k8s.io/allowdns-netpolicy            <none>                     114d
    networkpolicy.networking.k8s.io/auth-egress-netpolicy         <none>                     114d
    networkpolicy.networking.k8s.io/auth-ingress-netpolicy        authprovider=yes           114d
    networkpolicy.networking.k8s.io/gen3job-in-netpolicy          <none>                     114d
    networkpolicy.networking.k8s.io/gen3job-netpolicy             app=gen3job                114d
    networkpolicy.networking.k8s.io/public-egress-to-netpolicy    app=revproxy               114d
    networkpolicy.networking.k8s.io/public-ingress-to-netpolicy   public=yes                 114d
    networkpolicy.networking.k8s.io/revproxy-egress-netpolicy     app in (portal,sowerjob)   114d
    networkpolicy.networking.k8s.io/revproxy-ingress-netpolicy    app=revproxy               114d
    networkpolicy.networking.k8s.io/revproxy-netpolicy            app=revproxy               114d

    NAME                                     READY   SECRET       ISSUER        STATUS                                          AGE
    certificate.cert-manager.io/gen3-certs   True    gen3-certs   letsencrypt   Certificate is up to date and has not expired   114d

    NAME                                 CLASS   HOSTS          ADDRESS                                      PORTS     AGE
    ingress.networking.k8s.io/revproxy   nginx   skin.example   k8s-8ad3178649.us-east-1.elb.amazonaws.com   80, 443   114d
    "
  `);
});

it('describe quota', async () => {
  expect(await kubectl('describe quota -n skin', { cluster: 'skinprod' }))
    .toMatchInlineSnapshot(`
    "Name:            gen3-quota
    Namespace:       skin
    Resource         Used    Hard
    --------         ----    ----
    limits.memory    1536Mi  128Gi
    pods             3       250
    requests.memory  36Mi    8Gi
    "
  `);
});

it('get warnings', async () => {
  expect(await kubectl('get events -n heart --field-selector=type=Warning'))
    .toMatchInlineSnapshot(`
    "LAST SEEN   TYPE      REASON                 OBJECT                                  MESSAGE
    0s          Warning   BackOff                pod/fence-deployment-5a25cfb998-r65np   Back-off restarting failed container fence in pod fence-deployment-5a25cfb998-r65np_heart(8cd43d0f-4d67-40e9-8bac-0a92afc99021)
    0s          Warning   Failed                 pod/sower-d629673c54-6qh8v              Error: ErrImagePull
    0s          Warning   Failed                 pod/sower-d629673c54-6qh8v              Error: ImagePullBackOff
    0s          Warning   Failed                 pod/sower-d629673c54-6qh8v              Failed to pull image "quay.io/cdis/sower:2026.10": rpc error: code = NotFound desc = failed to pull and unpack image "quay.io/cdis/sower:2026.10": failed to resolve reference "quay.io/cdis/sower:2026.10": quay.io/cdis/sower:2026.10: not found
    3m          Warning   BackoffLimitExceeded   job/usersync-29922360                   Job has reached the specified backoff limit
    "
  `);
});

it('get namespaces and nodes', async () => {
  expect(await kubectl('get namespaces,nodes')).toMatchInlineSnapshot(`
    "NAME                        STATUS   AGE
    namespace/argocd            Active   579d
    namespace/default           Active   579d
    namespace/heart             Active   155d
    namespace/kube-node-lease   Active   579d
    namespace/kube-public       Active   579d
    namespace/kube-system       Active   579d

    NAME                              STATUS   ROLES    AGE    VERSION
    node/ip-10-0-1-29.ec2.internal    Ready    <none>   579d   v1.35.0
    node/ip-10-0-2-168.ec2.internal   Ready    <none>   579d   v1.35.0
    node/ip-10-0-3-46.ec2.internal    Ready    <none>   579d   v1.35.0
    "
  `);
});

it('api-resources', async () => {
  expect(await kubectl('api-resources')).toMatchInlineSnapshot(`
    "NAME                       SHORTNAMES   APIVERSION                NAMESPACED   KIND
    configmaps                 cm           v1                        true         ConfigMap
    events                     ev           v1                        true         Event
    limitranges                limits       v1                        true         LimitRange
    namespaces                 ns           v1                        false        Namespace
    nodes                      no           v1                        false        Node
    persistentvolumeclaims     pvc          v1                        true         PersistentVolumeClaim
    pods                       po           v1                        true         Pod
    resourcequotas             quota        v1                        true         ResourceQuota
    secrets                                 v1                        true         Secret
    services                   svc          v1                        true         Service
    daemonsets                 ds           apps/v1                   true         DaemonSet
    deployments                deploy       apps/v1                   true         Deployment
    replicasets                rs           apps/v1                   true         ReplicaSet
    statefulsets               sts          apps/v1                   true         StatefulSet
    applications               app,apps     argoproj.io/v1alpha1      true         Application
    selfsubjectaccessreviews                authorization.k8s.io/v1   false        SelfSubjectAccessReview
    horizontalpodautoscalers   hpa          autoscaling/v2            true         HorizontalPodAutoscaler
    cronjobs                   cj           batch/v1                  true         CronJob
    jobs                                    batch/v1                  true         Job
    certificates               cert,certs   cert-manager.io/v1        true         Certificate
    externalsecrets            es           external-secrets.io/v1    true         ExternalSecret
    ingresses                  ing          networking.k8s.io/v1      true         Ingress
    networkpolicies            netpol       networking.k8s.io/v1      true         NetworkPolicy
    "
  `);
});

it('auth can-i', async () => {
  const answers = [];
  for (const [token, question] of [
    ['simulator-reader', 'list pods -n heart'],
    ['simulator-operator', 'patch deployments.apps -n heart'],
    ['simulator-operator', 'create jobs.batch -n heart'],
    ['simulator-operator', 'get pods --subresource=log -n heart'],
  ]) {
    // One after the other: each starts a program.
    // eslint-disable-next-line no-await-in-loop
    answers.push(await kubectl(`auth can-i ${question}`, { token }));
  }

  expect(answers).toEqual(['yes\n', 'yes\n', 'yes\n', 'yes\n']);
  expect(await complaint('auth can-i list secrets -n heart')).toBe('no');
  expect(await complaint('auth can-i patch deployments -n heart')).toBe('no');
});

it('logs', async () => {
  expect(await kubectl('logs -n heart deployment/fence-deployment -c fence'))
    .toMatchInlineSnapshot(`
    "2026-11-22T10:06:34Z starting
    Traceback (most recent call last):
      File "/app/wsgi.py", line 4, in <module>
    RuntimeError: cannot read the configuration
    "
  `);
  expect(await kubectl('logs -n heart deployment/arborist-deployment --tail=2'))
    .toMatchInlineSnapshot(`
    "2026-11-22T10:06:50.000Z 10.0.2.168 "GET /_status HTTP/1.1" 200 "kube-probe/1.35"
    2026-11-22T10:07:00.000Z 10.0.2.168 "GET /_status HTTP/1.1" 200 "kube-probe/1.35"
    "
  `);
  expect(await complaint('logs -n heart deployment/sower')).toMatch(
    /^Error from server \(BadRequest\): container "sower" in pod "sower-\S+" is waiting to start: trying and failing to pull image$/,
  );
});

it('reads a list in chunks', async () => {
  const whole = await kubectl('get pods -A -o name');

  expect(await kubectl('get pods -A -o name --chunk-size=3')).toBe(whole);
});

it('waits for a condition that holds', async () => {
  expect(
    await kubectl(
      'wait --for=condition=Available deploy/arborist-deployment -n heart --timeout=5s',
    ),
  ).toBe('deployment.apps/arborist-deployment condition met\n');
});

it.each([
  [
    'get pods none -n heart',
    {},
    'Error from server (NotFound): pods "none" not found',
  ],
  [
    'get events -n heart',
    { token: 'simulator-limited' },
    'Error from server (Forbidden): events is forbidden: User "system:serviceaccount:backstage:simulator-limited" cannot list resource "events" in API group "" in the namespace "heart"',
  ],
  [
    'delete deployment fence-deployment -n heart',
    {},
    'Error from server (Forbidden): deployments.apps "fence-deployment" is forbidden: User "system:serviceaccount:backstage:simulator-reader" cannot delete resource "deployments" in API group "apps" in the namespace "heart"',
  ],
  [
    'get pods',
    { token: 'nobody' },
    'error: You must be logged in to the server',
  ],
])('%s of %j is refused', async (command, options, message) => {
  expect(await complaint(command, options)).toContain(message);
});
