import {
  findingSchema,
  FRONTEND_ROOTS,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';

/** Where a member was read; every entity made of it points here. */
export const provenanceSchema = z.object({
  /** Repository URL without credentials; `config` and `cluster` are no repositories. */
  repo: z.string(),
  /** Path of the declaring file in the repository, or of the config key; `<cluster>/<namespace>` of a cluster. */
  path: z.string(),
  /** Location ref of that file for `backstage.io/managed-by-location`, e.g. `url:https://...`. */
  location: z.string(),
  /** Where a person sees the folder in a browser, when the host has pages. */
  viewUrl: z.string().optional(),
});

/** Where a member was read. */
export type Provenance = z.infer<typeof provenanceSchema>;

/** Whether a member was read in a git repository. */
export function isInGit({ repo }: Provenance): boolean {
  return repo !== 'config' && repo !== 'cluster';
}

/** One service that runs, whatever is declared. */
const runningServiceSchema = z.object({
  /** Registry name. */
  name: z.string(),
  /** Tag of the image that the cluster is told to run. */
  tag: z.string().optional(),
});

/** One service that a commons has switched on. */
export const discoveredServiceSchema = z.object({
  /** Registry name. */
  name: z.string(),
  /** Tag that git declares; absent when the chart's default applies, which is a moving tag. */
  imageTag: z.string().optional(),
});

/** One commons as a source describes it: plain data, no entities, no secrets, deterministic. */
export const discoveredCommonsSchema = z.object({
  hostname: z.string(),
  /** What the hostname was taken from. */
  hostnameFrom: z.enum([
    'values',
    'parameter',
    'folder',
    'manifest',
    'config',
    'configmap',
    'change',
  ]),
  title: z.string().optional(),
  description: z.string().optional(),
  owner: z.string().optional(),
  baseUrl: z.string().optional(),
  flavour: z.enum(['helm', 'cloud-automation', 'kro']).optional(),
  environment: z.string().optional(),
  relationship: z.enum(['managed', 'associated']).optional(),
  probing: z.enum(['on', 'off']).optional(),
  lifecycle: z.string().optional(),
  /** Services that are declared; sorted by name. */
  services: z.array(discoveredServiceSchema),
  /**
   * Services that a cluster runs; sorted by name. Apart from those that are declared, which it does not replace: a roll-out
   * is under way when the two differ. Absent where nobody looked.
   */
  running: z.array(runningServiceSchema).optional(),
  dictionaryUrl: z.string().optional(),
  /** Which front end answers at `/`; absent means `portal`. */
  frontendRoot: z.enum(FRONTEND_ROOTS).optional(),
  docsUrl: z.string().optional(),
  /**
   * Hostnames of Gen3 commons whose metadata this one aggregates; sorted. Links of the workspace token service (its
   * `external_oidc`) are not among them: values hold no more than a reference to the secret that lists them.
   */
  meshMembers: z.array(z.string()),
  /** Name of the cluster it runs in. */
  cluster: z.string().optional(),
  /** Kubernetes namespace it runs in. */
  namespace: z.string().optional(),
  argocdApp: z.object({ namespace: z.string(), name: z.string() }).optional(),
  provenance: provenanceSchema,
});

/** One commons as a source describes it. */
export type DiscoveredCommons = z.infer<typeof discoveredCommonsSchema>;

/** What a source says of one of its members in one run. */
export const memberReadingSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('commons'),
    /** Stable key of the member in its source: path of the declaring file, plus the Application's name if it has several. */
    member: z.string(),
    commons: discoveredCommonsSchema,
    /** What is odd about it without keeping it from being read. */
    findings: z.array(findingSchema),
    /**
     * Values that this commons names could not be read, so facts are missing (the hostname may be its folder's); the
     * findings say which. A complete reading of before is the better one.
     */
    incomplete: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('quarantined'),
    member: z.string(),
    hostname: z.string().optional(),
    finding: findingSchema,
  }),
]);

/** What a source says of one of its members in one run. */
export type MemberReading = z.infer<typeof memberReadingSchema>;

/** Everything that one run of a source found; only made when the source as a whole could be read. */
export interface SourceReading {
  /** Version of what was read, e.g. a commit; shown to people. */
  version?: string;
  /** Sorted by `member`. */
  members: MemberReading[];
  /**
   * Keys, as members have them, of what the source declares and does not take for a commons, e.g. Applications of other
   * charts; sorted. A member that was a commons before and is among these is not gone: its chart is not recognised any
   * more. Absent: the source has no such thing.
   */
  other?: string[];
}

/** Reads one configured place. */
export interface SourceReader {
  /**
   * Reads all members.
   *
   * @throws when the source as a whole could not be read. A member that cannot be read is no reason to throw.
   * @returns `unchanged` when the place is at `knownVersion`, else a complete reading.
   */
  read(options: {
    knownVersion?: string;
    signal: AbortSignal;
  }): Promise<SourceReading | 'unchanged'>;
}
