/** A YAML text that cannot be edited without changing more than was meant. Its message says why and never quotes values. */
export class YamlEditError extends Error {
  override readonly name = 'YamlEditError';
}
