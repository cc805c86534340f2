import {
  type CheckState,
  type CommonsHealthResponse,
  type KubernetesPlacement,
  layerOf,
  newestAsked,
  type ReadingTime,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { describeInside } from './describeInside';

type Layer = CommonsHealthResponse['layers'][number];

/** Which layers tell about a commons, what keeps one from telling, and how to connect those that are missing. */
export function describeLayers(commons: {
  probing: 'on' | 'off';
  source?: string;
  kubernetes?: KubernetesPlacement;
  /** Of a commons whose namespace nobody names, too. */
  cluster?: string;
  /** Name of its cluster's entity, also where Backstage does not know the cluster. */
  declaredCluster?: string;
  states: CheckState[];
  time: ReadingTime;
}): Layer[] {
  const of = (layer: string) =>
    commons.states.filter(({ checkId }) => layerOf(checkId) === layer);
  return [
    outside(commons.probing, of('outside')),
    describeInside({ ...commons, states: of('inside') }),
    git(commons.source),
  ];
}

function outside(probing: 'on' | 'off', states: CheckState[]): Layer {
  return probing === 'on'
    ? {
        id: 'outside',
        state: 'connected',
        at: newestAsked(states.map(({ last }) => last)),
      }
    : {
        id: 'outside',
        state: 'off',
        hint: 'To ask this commons over HTTPS, set "probing: on" at its source, or the annotation gen3.org/probing of one written by hand',
      };
}

function git(source: string | undefined): Layer {
  return source === undefined
    ? {
        id: 'git',
        state: 'missing',
        hint: 'No source declares this commons; add one under "catalog.providers.gen3"',
      }
    : { id: 'git', state: 'connected' };
}
