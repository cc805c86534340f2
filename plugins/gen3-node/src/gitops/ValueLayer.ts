/** Where an Application names a layer of values. */
interface Declared {
  /** Path in the Application, e.g. `spec.sources[0].helm.valueFiles[1]`. */
  key: string;
  /** Line in the Application's file; absent when its text was rendered. */
  line?: number;
}

/** Where a file of values is. */
export interface FileLocation {
  kind: 'file';
  /** As the Application writes it. */
  name: string;
  repository: string;
  /** Branch, tag or commit; `HEAD` when the source names none. */
  revision: string;
  /** Path in that repository. */
  path: string;
  /** The file lies beside the chart, and not where a `ref` points. */
  besideChart: boolean;
  optional: boolean;
}

/** A file of values that is nowhere to be read. */
export interface NoLocation {
  kind: 'unreadable';
  code: string;
  name: string;
  message: string;
  fix: string;
}

/** A file of values. */
export type FileLayer = Declared & FileLocation;

/** Values that the Application itself holds. */
export type InlineLayer = Declared &
  (
    | {
        kind: 'inline';
        values: unknown;
        /** Lines of their keys in the Application's file, as far as they are known. */
        lines: Record<string, number>;
      }
    | { kind: 'broken'; message: string }
  );

/** One layer of values, later ones win. */
export type ValueLayer = FileLayer | InlineLayer | (Declared & NoLocation);
