/** Name of a source's provider. The catalog keeps rows by it: it must never change. */
export function providerName(sourceId: string): string {
  return `gen3:${sourceId}`;
}

/** Id of the scheduled task that reads a source. */
export function taskId(sourceId: string): string {
  return `${providerName(sourceId)}:refresh`;
}
