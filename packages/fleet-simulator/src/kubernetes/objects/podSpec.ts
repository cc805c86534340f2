import { Container, PodSpec } from './podTypes';
import { Workload } from './workloads';

/** Memory of a container by the charts' defaults, in mebibytes. */
export const CONTAINER_MEBIBYTES = { limit: 512, request: 12 };

const RESOURCES = {
  limits: { memory: `${CONTAINER_MEBIBYTES.limit}Mi` },
  requests: { memory: `${CONTAINER_MEBIBYTES.request}Mi` },
};

const PORT_NAMES = ['http', 'https', 'container'];

/** A container with what the API server fills in. */
export function createContainer(options: {
  name: string;
  image: string;
  ports?: readonly number[];
  probe?: string;
}): Container {
  const { name, image, ports = [], probe } = options;
  const check = {
    httpGet: { path: probe, port: ports[0], scheme: 'HTTP' },
    successThreshold: 1,
    failureThreshold: 3,
  };
  return {
    name,
    image,
    imagePullPolicy: 'Always',
    ...(ports.length > 0
      ? {
          ports: ports.map((containerPort, index) => ({
            ...(PORT_NAMES[index] ? { name: PORT_NAMES[index] } : {}),
            containerPort,
            protocol: 'TCP',
          })),
        }
      : {}),
    resources: RESOURCES,
    ...(probe === undefined
      ? {}
      : {
          livenessProbe: {
            ...check,
            initialDelaySeconds: 30,
            periodSeconds: 60,
            timeoutSeconds: 30,
          },
          readinessProbe: { ...check, periodSeconds: 10, timeoutSeconds: 1 },
        }),
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
  };
}

/** The pod template's `spec` of a Deployment. */
export function createPodSpec(workload: Workload): PodSpec {
  const { container, image, ports, probe, initContainer, service } = workload;
  return {
    ...(initContainer
      ? { initContainers: [createContainer({ name: initContainer, image })] }
      : {}),
    containers: [createContainer({ name: container, image, ports, probe })],
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    serviceAccountName: `${service.name}-sa`,
    securityContext: {},
    schedulerName: 'default-scheduler',
  };
}
