import type { JsonObject } from '@backstage/types';

/** An object of Kubernetes that a chart makes. Contents of secrets are not in it. */
export interface Manifest {
  /** Kind, namespace and name. */
  id: string;
  apiVersion: string;
  kind: string;
  name: string;
  namespace: string | undefined;
  /** Template that makes it, e.g. `gen3/charts/fence/templates/deployment.yaml`. */
  template: string;
  /** With contents of secrets hidden. */
  body: JsonObject;
  /** `body` as YAML. */
  text: string;
  /**
   * Every value by its path. What is hidden has a fingerprint for each line, with a key that only this process knows: equal contents have equal ones, and
   * nobody can tell the content from it.
   */
  leaves: ReadonlyMap<string, string>;
}
