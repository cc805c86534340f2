import type { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';

type Layer = CommonsHealthResponse['layers'][number];

const INSIDE: Layer = {
  id: 'inside',
  state: 'missing',
  hint: 'Workloads are not part of this status; the Kubernetes tab of a service shows them where its cluster is configured under "kubernetes"',
};

/** Which layers tell about a commons, and how to connect those that are missing. */
export function describeLayers(commons: {
  probing: 'on' | 'off';
  source?: string;
  checkedAt?: string;
}): Layer[] {
  return [outside(commons), INSIDE, git(commons.source)];
}

function outside(commons: {
  probing: 'on' | 'off';
  checkedAt?: string;
}): Layer {
  return commons.probing === 'on'
    ? { id: 'outside', state: 'connected', at: commons.checkedAt }
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
