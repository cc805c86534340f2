import { Column, KubernetesObject, Labels, ResourceKind } from './types';
import { ClusterView, NamespaceView } from './views';

/** How one kind is defined. */
export interface KindDefinition<T extends KubernetesObject> {
  group: string;
  version: string;
  plural: string;
  /** @defaultValue the kind in lower case */
  singular?: string;
  kind: string;
  /** @defaultValue true */
  namespaced?: boolean;
  shortNames?: string[];
  /** `kubectl get all` shows it. @defaultValue false */
  isInAll?: boolean;
  /** @defaultValue false */
  isCustom?: boolean;
  /** Columns; `Name` comes first unless there is one of that name. */
  columns: Column<T>[];
  /** Fields besides name and namespace that can be selected by. */
  fields?: Record<string, (object: T) => string | undefined>;
  /** Builds the objects of a namespace, or of the cluster for kinds without namespaces. */
  build(cluster: ClusterView, namespace: string): T[];
}

/** Makes a kind of its definition; from here on nobody needs to know what its objects look like. */
export function defineKind<T extends KubernetesObject>(
  definition: KindDefinition<T>,
): ResourceKind {
  const { build, fields = {}, singular, isInAll, ...rest } = definition;
  const name: Column<T> = {
    name: 'Name',
    format: 'name',
    cell: ({ metadata }) => metadata.name,
  };
  const hasName = definition.columns.some(column => column.name === 'Name');
  const columns = hasName ? definition.columns : [name, ...definition.columns];
  return {
    namespaced: true,
    shortNames: [],
    categories: isInAll ? ['all'] : [],
    isCustom: false,
    ...rest,
    singular: singular ?? definition.kind.toLocaleLowerCase('en-US'),
    columns: columns.map(({ cell: _cell, ...column }) => column),
    selectable: Object.keys(fields),
    list: (cluster, namespace) =>
      build(cluster, namespace).map(object => ({
        object,
        cells: now => columns.map(({ cell }) => cell(object, now)),
        field: path => fields[path]?.(object),
      })),
  };
}

/** A builder for kinds that only namespaces of commons have. */
export function inCommons<T>(
  build: (view: NamespaceView) => T[],
): (cluster: ClusterView, namespace: string) => T[] {
  return (cluster, namespace) => {
    const view = cluster.commonsIn(namespace);
    return view ? build(view) : [];
  };
}

/** Labels or a selector as kubectl prints them: `a=b,c=d`. */
export function printLabels(labels: Labels): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  return pairs.sort().join(',') || '<none>';
}
