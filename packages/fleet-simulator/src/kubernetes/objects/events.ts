import { defineKind, inCommons } from '../defineKind';
import { since } from '../humanDuration';
import { createMetadata } from '../metadata';
import { timestamp } from '../timestamps';
import { KubernetesObject } from '../types';
import { NamespaceView } from '../views';
import { Happening } from './Happening';
import { happeningsOf } from './happenings';

/** An Event. */
interface EventObject extends KubernetesObject {
  involvedObject: {
    apiVersion: string;
    kind: string;
    namespace: string;
    name: string;
    uid: string;
    resourceVersion: string;
    fieldPath?: string;
  };
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  source: { component: string; host?: string };
  firstTimestamp: string;
  lastTimestamp: string;
  count: number;
  eventTime: null;
  reportingComponent: string;
  reportingInstance: string;
}

function createEvent(view: NamespaceView, happening: Happening): EventObject {
  const { object, fieldPath, component, host, at, firstAt = at } = happening;
  const { type, reason, message, count = 1 } = happening;
  const { name, uid, resourceVersion } = object.metadata;
  const topic = `${
    object.kind
  } ${name} ${reason} ${message} ${firstAt.getTime()}`;
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: createMetadata(view.facts, {
      kind: 'Event',
      name: `${name}.18${view.facts.hex(`event ${topic}`, 14)}`,
      namespace: view.namespace,
      createdAt: firstAt,
      changedAt: at,
    }),
    involvedObject: {
      apiVersion: object.apiVersion,
      kind: object.kind,
      namespace: view.namespace,
      name,
      uid,
      resourceVersion,
      ...(fieldPath ? { fieldPath } : {}),
    },
    type,
    reason,
    message,
    source: { component, ...(host ? { host } : {}) },
    firstTimestamp: timestamp(firstAt),
    lastTimestamp: timestamp(at),
    count,
    eventTime: null,
    reportingComponent: component,
    reportingInstance: host ?? '',
  };
}

function involved(
  part: keyof EventObject['involvedObject'],
): (event: EventObject) => string | undefined {
  return ({ involvedObject }) => involvedObject[part];
}

const INVOLVED = [
  'apiVersion',
  'kind',
  'namespace',
  'name',
  'uid',
  'resourceVersion',
  'fieldPath',
] as const;

function sourceOf({ source }: EventObject): string {
  return source.host ? `${source.component}, ${source.host}` : source.component;
}

/** `v1` Events. */
export const events = defineKind<EventObject>({
  group: '',
  version: 'v1',
  plural: 'events',
  kind: 'Event',
  shortNames: ['ev'],
  fields: {
    type: ({ type }) => type,
    reason: ({ reason }) => reason,
    ...Object.fromEntries(
      INVOLVED.map(part => [`involvedObject.${part}`, involved(part)]),
    ),
  },
  build: inCommons(view =>
    happeningsOf(view).map(happening => createEvent(view, happening)),
  ),
  columns: [
    {
      name: 'Last Seen',
      cell: ({ lastTimestamp }, now) => since(lastTimestamp, now),
    },
    { name: 'Type', cell: ({ type }) => type },
    { name: 'Reason', cell: ({ reason }) => reason },
    {
      name: 'Object',
      cell: ({ involvedObject: { kind, name } }) =>
        `${kind.toLocaleLowerCase('en-US')}/${name}`,
    },
    {
      name: 'Subobject',
      priority: 1,
      cell: ({ involvedObject }) => involvedObject.fieldPath ?? '',
    },
    { name: 'Source', priority: 1, cell: sourceOf },
    { name: 'Message', cell: ({ message }) => message },
    {
      name: 'First Seen',
      priority: 1,
      cell: ({ firstTimestamp }, now) => since(firstTimestamp, now),
    },
    { name: 'Count', type: 'integer', priority: 1, cell: ({ count }) => count },
    {
      name: 'Name',
      format: 'name',
      priority: 1,
      cell: ({ metadata }) => metadata.name,
    },
  ],
});
