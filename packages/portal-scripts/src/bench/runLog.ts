import { z } from 'zod';

/** What the catalog module logs when a run of a source ended. */
const runSchema = z.object({
  outcome: z.enum(['read', 'unchanged']),
  /** Git and files. */
  readMs: z.coerce.number(),
  /** All of it: also what the portal remembers, and the mutation of the catalog. */
  totalMs: z.coerce.number(),
  mutations: z.coerce.number().int(),
});

/** One run of a source. */
export type SourceRun = z.infer<typeof runSchema>;

/** Config that makes the backend log every run of this source. */
export function logRunsOf(source: string) {
  return { overrides: [{ matchers: { source }, level: 'debug' }] };
}

/** The runs of a source that a log tells of, in order. */
export function findRuns(log: string, source: string): SourceRun[] {
  return linesOf(log, 'A run of a source ended', source).map(fields =>
    runSchema.parse(fields),
  );
}

/** How often a log says that the entities of a source were handed to the catalog. */
export function countMutations(log: string, source: string): number {
  return linesOf(log, 'Registered the entities of a source', source).length;
}

function linesOf(
  log: string,
  message: string,
  source: string,
): Array<Record<string, string>> {
  return log
    .split('\n')
    .filter(line => line.includes(message))
    .map(readFields)
    .filter(fields => fields.source === source);
}

/** Fields of a line as Backstage writes it in development: ` key="value"` or ` key=1`, coloured or not. */
function readFields(line: string): Record<string, string> {
  // eslint-disable-next-line no-control-regex -- terminal colours are what this takes out
  const plain = line.replace(/\u001b\[\d+m/g, '');
  return Object.fromEntries(
    [...plain.matchAll(/ (\w+)=(?:"([^"]*)"|(\S+))/g)].map(found => [
      found[1],
      found[2] ?? found[3],
    ]),
  );
}
