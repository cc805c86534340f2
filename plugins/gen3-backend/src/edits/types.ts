import type { JsonObject } from '@backstage/types';
import type {
  PreflightFinding,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { LaunchChart } from '../launch/types';
import type { EditableCommons } from './EditableCommons';
import type { YamlSetting } from './yaml/types';

/** A layer of a commons' values, the later ones win. */
export type ValuesLayer =
  /** A file of the repository, at the branch that changes go to. */
  | { kind: 'file'; path: string; text: string; values: JsonObject }
  /** What the Application itself says, under that key of it. */
  | { kind: 'inline'; key: string; values: JsonObject }
  /** Values that are read from elsewhere, with the reason as a clause: `is a file of another repository`. */
  | { kind: 'foreign'; name: string; why: string };

/** A commons as the files of its repository declare it, at the branch that changes go to. */
export interface CommonsInGit {
  commons: EditableCommons;
  application: {
    name: string;
    path: string;
    /** Whether deleting it makes Argo CD delete what it has deployed. */
    cascades: boolean;
    /** Namespace that it deploys to. */
    namespace: string | undefined;
    /** Release of Helm that it makes. */
    releaseName: string;
    /** Other Applications in the same file. */
    beside: string[];
  };
  /** The chart that the Application deploys. */
  chart: LaunchChart;
  layers: ValuesLayer[];
  /** What all layers together say. */
  values: JsonObject;
}

/** What planning an edit needs besides the commons. */
export interface PlanContext {
  registry: ServiceRegistry;
  /** Files in the folder of the commons, when the folder is its own; asked for by an edit that removes it, none for others. */
  ownFiles: readonly string[];
}

/** What an edit would do. */
export interface EditPlan {
  /** For people: `Upgrade heart.example.org to 2026.11`. */
  title: string;
  /** First line of the commit. */
  message: string;
  /** What is set in the values. */
  settings: YamlSetting[];
  /** Paths of files that are removed. */
  removes: string[];
  /** What has to be thought of; preflight adds what it finds. */
  findings: PreflightFinding[];
  /** Lines of Markdown for whoever reviews it. */
  facts: string[];
  /** Lines of Markdown: what stays behind when the commons is gone. */
  leftovers: string[];
}
