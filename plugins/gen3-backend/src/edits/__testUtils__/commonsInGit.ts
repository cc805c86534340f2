import { mergeValues } from '@gen3-csoc/backstage-plugin-gen3-common';
import { parse } from 'yaml';
import { mergeLayers } from '../applySettings';
import type { EditableCommons } from '../EditableCommons';
import type { CommonsInGit, ValuesLayer } from '../types';

/** A commons of the layout of `gen3-gitops`. */
export const heart: EditableCommons = {
  entityRef: 'system:default/heart.example.org',
  hostname: 'heart.example.org',
  title: 'Heart',
  owner: 'group:default/heart-team',
  tier: 'production',
  source: 'gitops',
  path: 'organprod/heart.example.org/templates/app.yaml',
  application: 'gen3-heart',
  cluster: 'organprod',
  environment: 'organprod',
};

/** A layer that is a file in the folder of {@link heart}. */
export function fileLayer(
  name: string,
  text: string,
): Extract<ValuesLayer, { kind: 'file' }> {
  return {
    kind: 'file',
    path: name.includes('/')
      ? name
      : `organprod/heart.example.org/values/${name}`,
    text,
    values: mergeValues([parse(text)]),
  };
}

/**
 * {@link heart} with one values file of that text, or what is given.
 *
 * @example
 * const commons = commonsInGit("fence: { image: { tag: '2026.10' } }\n");
 */
export function commonsInGit(
  text: string,
  given: Partial<CommonsInGit> = {},
): CommonsInGit {
  const layers = given.layers ?? [fileLayer('values.yaml', text)];
  return {
    commons: heart,
    application: {
      name: 'gen3-heart',
      path: heart.path,
      cascades: true,
      namespace: 'heart-helm',
      releaseName: 'heart',
      beside: [],
    },
    chart: { repoUrl: 'https://helm.gen3.org', chart: 'gen3', revision: '1' },
    values: mergeLayers(layers),
    ...given,
    layers,
  };
}
