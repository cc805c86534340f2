import { defineKind } from '../defineKind';
import { AGE } from '../humanDuration';
import { fullVersion } from '../KubernetesVersion';
import { clusterCreatedAt } from '../ages';
import { createMetadata } from '../metadata';
import { later, MINUTE_MS, timestamp } from '../timestamps';
import { Condition, KubernetesObject } from '../types';
import { ClusterView } from '../views';
import { ClusterNode, nodesOf } from './nodeList';

/** A Node. */
interface NodeObject extends KubernetesObject {
  spec: { podCIDR: string; providerID: string };
  status: {
    capacity: object;
    allocatable: object;
    conditions: Condition[];
    addresses: { type: string; address: string }[];
    nodeInfo: {
      architecture: string;
      containerRuntimeVersion: string;
      kernelVersion: string;
      kubeletVersion: string;
      operatingSystem: string;
      osImage: string;
      [more: string]: string;
    };
  };
}

/** Conditions that must be false, with the words that kubelet has for it. */
const PRESSURES = [
  ['MemoryPressure', 'KubeletHasSufficientMemory', 'sufficient memory'],
  ['DiskPressure', 'KubeletHasNoDiskPressure', 'no disk pressure'],
  ['PIDPressure', 'KubeletHasSufficientPID', 'sufficient PID'],
] as const;

function createNode(cluster: ClusterView, node: ClusterNode): NodeObject {
  const createdAt = clusterCreatedAt(cluster);
  const id = cluster.facts.hex(`instance ${node.index}`, 17);
  const zone = `us-east-1${'abc'[node.index]}`;
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: createMetadata(cluster.facts, {
      kind: 'Node',
      name: node.name,
      createdAt,
      changedAt: cluster.now,
      labels: {
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': node.name,
        'kubernetes.io/os': 'linux',
        'node.kubernetes.io/instance-type': 'm5.2xlarge',
        role: 'default',
        'topology.kubernetes.io/region': 'us-east-1',
        'topology.kubernetes.io/zone': zone,
      },
    }),
    spec: {
      podCIDR: `10.0.${16 * (node.index + 1)}.0/20`,
      providerID: `aws:///${zone}/i-${id}`,
    },
    status: {
      capacity: { cpu: '8', memory: '32409Mi', pods: '58' },
      allocatable: { cpu: '7910m', memory: '31393Mi', pods: '58' },
      conditions: conditionsOf(cluster, createdAt),
      addresses: [
        { type: 'InternalIP', address: node.address },
        { type: 'Hostname', address: node.name },
      ],
      nodeInfo: nodeInfo(cluster, node),
    },
  };
}

function conditionsOf({ now }: ClusterView, createdAt: Date): Condition[] {
  const beats = {
    lastHeartbeatTime: timestamp(later(now, -(now.getTime() % MINUTE_MS))),
    lastTransitionTime: timestamp(createdAt),
  };
  return [
    ...PRESSURES.map(([type, reason, words]) => ({
      type,
      status: 'False' as const,
      ...beats,
      reason,
      message: `kubelet has ${words} available`,
    })),
    {
      type: 'Ready',
      status: 'True',
      ...beats,
      reason: 'KubeletReady',
      message: 'kubelet is posting ready status',
    },
  ];
}

function nodeInfo(
  { facts, version }: ClusterView,
  { index }: ClusterNode,
): NodeObject['status']['nodeInfo'] {
  return {
    architecture: 'amd64',
    bootID: facts.uuid(`boot ${index}`),
    containerRuntimeVersion: 'containerd://1.7.27',
    kernelVersion: '6.12.46-66.121.amzn2023.x86_64',
    kubeProxyVersion: fullVersion(version),
    kubeletVersion: fullVersion(version),
    machineID: facts.hex(`machine ${index}`, 32),
    operatingSystem: 'linux',
    osImage: 'Amazon Linux 2023.9.20250929',
    systemUUID: facts.uuid(`system ${index}`),
  };
}

/** `v1` Nodes. */
export const nodes = defineKind<NodeObject>({
  group: '',
  version: 'v1',
  plural: 'nodes',
  kind: 'Node',
  namespaced: false,
  shortNames: ['no'],
  build: cluster => nodesOf(cluster).map(node => createNode(cluster, node)),
  columns: [
    { name: 'Status', cell: () => 'Ready' },
    { name: 'Roles', cell: () => '<none>' },
    AGE,
    { name: 'Version', cell: ({ status }) => status.nodeInfo.kubeletVersion },
    {
      name: 'Internal-IP',
      priority: 1,
      cell: ({ status }) => status.addresses[0].address,
    },
    { name: 'External-IP', priority: 1, cell: () => '<none>' },
    {
      name: 'OS-Image',
      priority: 1,
      cell: ({ status }) => status.nodeInfo.osImage,
    },
    {
      name: 'Kernel-Version',
      priority: 1,
      cell: ({ status }) => status.nodeInfo.kernelVersion,
    },
    {
      name: 'Container-Runtime',
      priority: 1,
      cell: ({ status }) => status.nodeInfo.containerRuntimeVersion,
    },
  ],
});
