import {
  hasPodFault,
  planReplicas,
  PodTrouble,
} from '../../faults/planReplicas';
import { changesOfKind } from '../changes/Change';
import { playRollout } from '../rollouts/playRollout';
import { FaultEvent, Rollout, RolloutEvent, Template } from '../rollouts/types';
import { later, MINUTE_MS, SECOND_MS, timestamp } from '../timestamps';
import { NamespaceView } from '../views';
import { imageWith } from './images';
import { podName } from './podName';

/** A fault began so long before it was set, so that it is seen at once in full. */
const HEAD_START_MS = 6 * MINUTE_MS;

/** Pods get ready within these milliseconds. */
const STARTUP_MS = { min: 8 * SECOND_MS, max: 12 * SECOND_MS };

/** Which Deployment it is. */
interface Subject {
  /** Name of the Deployment. */
  name: string;
  /** What its faults are placed by. */
  part: string;
  service: string;
}

/** The pods of a Deployment, and what is wrong with them. */
export interface TroubledRollout {
  rollout: Rollout;
  trouble?: PodTrouble;
  troubleAt?: Date;
}

/** What releases, people and faults have made of a Deployment. */
export function rolloutOf(
  view: NamespaceView,
  subject: Subject,
): TroubledRollout {
  const [first, ...more] = templatesOf(view, subject);
  const history = [...more, ...operationsOn(view, subject.name)]
    .filter(({ at }) => at <= view.cluster.now)
    .sort(byTime);
  const fault = faultEvent(view, subject, [first, ...history]);
  const events = fault ? [...history, fault].sort(byTime) : history;
  const desired = subject.name === 'workspace-proxy' ? 2 : 1;
  const rollout = playRollout({ ...first, desired, events }, (template, slot) =>
    view.facts.number(
      `startup of ${podName(view, subject.name, { template, slot })}`,
      STARTUP_MS.min,
      STARTUP_MS.max,
    ),
  );
  const { trouble } = fault?.plan(desired) ?? {};
  return trouble
    ? { rollout, trouble, troubleAt: troubleAt(view, subject, first.at) }
    : { rollout };
}

function byTime(a: { at: Date }, b: { at: Date }): number {
  return a.at.getTime() - b.at.getTime();
}

type TemplateEvent = Extract<RolloutEvent, { kind: 'template' }>;

/** One template for each release and each restart. */
function templatesOf(view: NamespaceView, subject: Subject): TemplateEvent[] {
  const { name, service } = subject;
  const releases = view.sync.releasesOf(service);
  const restarts = changesOfKind(view.changes, 'restart').filter(
    ({ deployment, at }) => deployment === name && at >= releases[0].at,
  );
  return [...releases, ...restarts].sort(byTime).map(({ at }) => {
    const release = releases.findLast(one => one.at <= at);
    const restart = restarts.findLast(one => one.at <= at);
    const image = imageWith(service, release?.tag);
    const { restartedAt } = restart ?? {};
    return {
      kind: 'template',
      at,
      template: {
        hash: templateHash(view, name, `${image} ${restartedAt ?? ''}`),
        image,
        ...(restartedAt === undefined ? {} : { restartedAt }),
      },
    };
  });
}

function templateHash(
  { facts }: NamespaceView,
  name: string,
  content: string,
): string {
  return facts.hex(`template ${name} ${content}`, 10);
}

function operationsOn(view: NamespaceView, name: string): RolloutEvent[] {
  const scales = changesOfKind(view.changes, 'scale')
    .filter(({ deployment }) => deployment === name)
    .map(({ at, replicas }): RolloutEvent => ({ kind: 'scale', at, replicas }));
  const deletions = changesOfKind(view.changes, 'deletePod')
    .filter(change => change.name.startsWith(`${name}-`))
    .map(
      ({ at, graceMs, name: pod }): RolloutEvent => ({
        kind: 'deletePod',
        at,
        graceMs,
        isMeant: life => podName(view, name, life) === pod,
      }),
    );
  return [...scales, ...deletions];
}

function faultEvent(
  view: NamespaceView,
  subject: Subject,
  history: readonly RolloutEvent[],
): FaultEvent | undefined {
  const fault = view.faultOf(subject.part);
  if (!hasPodFault(fault)) {
    return undefined;
  }
  const [first] = history;
  const at = latest(view.brokenSince(subject.part), first.at);
  const { trouble } = planReplicas(fault);
  const event: FaultEvent = {
    kind: 'fault',
    at,
    plan: usual => planReplicas(fault, usual),
  };
  // What cannot be pulled or placed is a new rollout; what crashes may have run for weeks.
  return trouble === 'imagePull' || trouble === 'pending'
    ? { ...event, revision: newRevision(view, subject, history, at) }
    : event;
}

function newRevision(
  view: NamespaceView,
  subject: Subject,
  history: readonly RolloutEvent[],
  until: Date,
): FaultEvent['revision'] {
  const past = history.filter(({ at }) => at <= until);
  const since = past.reduce(
    (time, event) => latest(time, event.at),
    troubleAt(view, subject, history[0].at),
  );
  const template = past.reduce<Template | undefined>(
    (last, event) => (event.kind === 'template' ? event.template : last),
    undefined,
  );
  const image = template?.image ?? '';
  const hash = templateHash(view, subject.name, `${image} ${timestamp(since)}`);
  return { template: { ...template, image, hash }, at: since };
}

function troubleAt(
  view: NamespaceView,
  { part }: Subject,
  createdAt: Date,
): Date {
  return latest(later(view.brokenSince(part), -HEAD_START_MS), createdAt);
}

function latest(a: Date, b: Date): Date {
  return a > b ? a : b;
}
