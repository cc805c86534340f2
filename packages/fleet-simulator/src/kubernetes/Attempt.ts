/** What somebody wants to do. */
export interface Attempt {
  verb: string;
  group: string;
  /** Plural; empty for paths that are no resource. */
  resource: string;
  subresource?: string;
  namespace?: string;
  name?: string;
}
