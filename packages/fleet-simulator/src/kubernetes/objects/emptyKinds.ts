import { defineKind } from '../defineKind';
import { AGE } from '../humanDuration';
import { KubernetesObject } from '../types';

const nothing = (): KubernetesObject[] => [];

/** Kinds that every cluster serves and of which a commons has none; secrets because nobody may read them. */
export const emptyKinds = [
  defineKind<KubernetesObject>({
    group: '',
    version: 'v1',
    plural: 'limitranges',
    kind: 'LimitRange',
    shortNames: ['limits'],
    build: nothing,
    columns: [AGE],
  }),
  defineKind<KubernetesObject>({
    group: '',
    version: 'v1',
    plural: 'secrets',
    kind: 'Secret',
    build: nothing,
    columns: [AGE],
  }),
  defineKind<KubernetesObject>({
    group: 'apps',
    version: 'v1',
    plural: 'daemonsets',
    kind: 'DaemonSet',
    shortNames: ['ds'],
    isInAll: true,
    build: nothing,
    columns: [AGE],
  }),
];
