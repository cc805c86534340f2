import { useClusterNames } from '../hooks/suggestions/useClusterNames';
import { useDictionaries } from '../hooks/suggestions/useDictionaries';
import { useHubs } from '../hooks/suggestions/useHubs';
import { useManagedCommons } from '../hooks/suggestions/useManagedCommons';
import { useReleases } from '../hooks/suggestions/useReleases';
import { createAnswerField } from './shared/createAnswerField';

/** `ui:field: Gen3Hostname`, the answer `hostname`. */
export const gen3Hostname = createAnswerField({
  name: 'Gen3Hostname',
  answer: 'hostname',
  words: 'hostname',
});

/** `ui:field: Gen3CloneOf`, the answer `cloneOf`; only there when the answer `mode` is `clone`. */
export const gen3CloneOf = createAnswerField({
  name: 'Gen3CloneOf',
  answer: 'cloneOf',
  words: 'clone',
  useSuggestions: useManagedCommons,
  isAskedFor: ({ mode }) => mode === 'clone',
});

/** `ui:field: Gen3Cluster`, the answer `cluster`. */
export const gen3Cluster = createAnswerField({
  name: 'Gen3Cluster',
  answer: 'cluster',
  words: 'cluster',
  useSuggestions: useClusterNames,
});

/** `ui:field: Gen3Release`, the answer `release`. */
export const gen3Release = createAnswerField({
  name: 'Gen3Release',
  answer: 'release',
  words: 'release',
  useSuggestions: useReleases,
});

/** `ui:field: Gen3Mesh`, the answer `meshHub`. */
export const gen3Mesh = createAnswerField({
  name: 'Gen3Mesh',
  answer: 'meshHub',
  words: 'mesh',
  useSuggestions: useHubs,
});

/** `ui:field: Gen3Dictionary`, the answer `dictionaryUrl`. */
export const gen3Dictionary = createAnswerField({
  name: 'Gen3Dictionary',
  answer: 'dictionaryUrl',
  words: 'dictionary',
  useSuggestions: useDictionaries,
});
