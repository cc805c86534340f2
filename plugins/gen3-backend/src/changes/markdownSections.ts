/** A list in Markdown; its lines are Markdown already. */
export function markdownList(lines: readonly string[]): string {
  return lines.map(line => `* ${line}`).join('\n');
}

/** A heading with a list below it; nothing when the list is empty. */
export function markdownSection(
  title: string,
  lines: readonly string[],
): string[] {
  return lines.length > 0 ? [`## ${title}`, markdownList(lines)] : [];
}
