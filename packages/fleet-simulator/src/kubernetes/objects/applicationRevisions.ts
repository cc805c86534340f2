import { z } from 'zod';
import { Commons } from '../../commons/types';
import { NamespaceView } from '../views';

/** `spec` of an Application, as far as it is read here. */
export type ApplicationSpec = Readonly<Record<string, unknown>>;

/** What tells a chart of a Helm repository, one in git, and the values in git from each other. */
const sourceSchema = z.looseObject({
  chart: z.string().optional(),
  targetRevision: z.string().optional(),
  ref: z.string().optional(),
});

/** The commit or version of each source of an Application. */
export interface Revisions {
  revision?: string;
  revisions?: string[];
}

/** What git declared since when; undefined: for long. */
export interface Declared {
  commons: Commons;
  since?: Date;
}

/** What Argo CD compares with: what git has now. */
export function comparedRevisions(
  view: NamespaceView,
  spec: ApplicationSpec,
): Revisions {
  const since = view.sync.operations.at(-1)?.declaredAt;
  return revisionsOf(view, spec, {
    commons: view.declared,
    ...(since ? { since } : {}),
  });
}

/** Of a chart from a Helm repository the revision is its version, of git a commit; one is made up where there is no repository. */
export function revisionsOf(
  { facts }: NamespaceView,
  { source, sources }: ApplicationSpec,
  { commons, since }: Declared,
): Revisions {
  const revision = (written: unknown, index: number) => {
    const { chart, targetRevision, ref } = sourceSchema.parse(written ?? {});
    if (chart && targetRevision) {
      return targetRevision;
    }
    const { commit } = commons.application ?? {};
    if (ref !== undefined && commit) {
      return commit;
    }
    // The chart in git stays where it is while the values change.
    const time = ref !== undefined && since ? ` ${since.toISOString()}` : '';
    return facts.hex(`revision ${index}${time}`, 40);
  };
  return Array.isArray(sources) && sources.length > 0
    ? { revisions: sources.map(revision) }
    : { revision: revision(source, 0) };
}
