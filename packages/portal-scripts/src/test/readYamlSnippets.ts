const SNIPPET = /^```ya?ml\n(.*?)^```$/gms;

/** The YAML blocks of a Markdown text, in their order. */
export function readYamlSnippets(markdown: string): string[] {
  return [...markdown.matchAll(SNIPPET)].map(([, yaml]) => yaml);
}
