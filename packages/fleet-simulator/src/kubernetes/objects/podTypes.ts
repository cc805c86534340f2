import { Condition, KubernetesObject } from '../types';

/** `state` or `lastState` of a container. */
export interface ContainerState {
  running?: { startedAt: string };
  waiting?: { reason: string; message?: string };
  terminated?: {
    exitCode: number;
    reason: string;
    startedAt: string;
    finishedAt: string;
    containerID: string;
  };
}

/** `status.containerStatuses[]`. */
export interface ContainerStatus {
  name: string;
  state: ContainerState;
  lastState: ContainerState;
  ready: boolean;
  restartCount: number;
  image: string;
  imageID: string;
  containerID?: string;
  started?: boolean;
}

/** `spec.containers[]`. */
export interface Container {
  name: string;
  image: string;
  imagePullPolicy: string;
  ports?: { name?: string; containerPort: number; protocol: string }[];
  resources: object;
  livenessProbe?: object;
  readinessProbe?: object;
  terminationMessagePath: string;
  terminationMessagePolicy: string;
}

/** `spec` of a pod. */
export interface PodSpec {
  initContainers?: Container[];
  containers: Container[];
  restartPolicy: 'Always' | 'Never';
  terminationGracePeriodSeconds: number;
  dnsPolicy: string;
  serviceAccountName?: string;
  nodeName?: string;
  securityContext: object;
  schedulerName: string;
}

/** `status` of a pod. */
export interface PodStatus {
  phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed';
  conditions: Condition[];
  hostIP?: string;
  podIP?: string;
  podIPs?: { ip: string }[];
  startTime?: string;
  initContainerStatuses?: ContainerStatus[];
  containerStatuses?: ContainerStatus[];
  qosClass: string;
}

/** A pod. */
export interface Pod extends KubernetesObject {
  spec: PodSpec;
  status: PodStatus;
}
