/** What one key of a YAML text shall say. */
export interface YamlSetting {
  /** Keys from the top of the document: `['fence', 'image', 'tag']`. */
  path: readonly string[];
  value: string | number | boolean;
}
