/** Something that one may choose instead of typing it. */
export interface Suggestion {
  value: string;
  /** Said beside it. */
  note?: string;
  /** Title under which it stands with others. Those of one group stand together. */
  group?: string;
}

/** What one may choose of, as far as it is known. */
export interface Suggestions {
  items: Suggestion[];
  /** It could not be read: one has to type. */
  failed: boolean;
}
