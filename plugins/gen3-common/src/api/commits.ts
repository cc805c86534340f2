import { z } from 'zod';
import { instant } from './health';

/** Revisions that one request asks about: those of an Application's sources. */
const MAX_REVISIONS = 5;

/** Id of a commit, SHA-1 or SHA-256. */
const COMMIT_ID = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

/** Query of `GET /gen3/commons/:namespace/:name/commits`. @public */
export const commitsQuerySchema = z.strictObject({
  /** How many commits, the newest first. */
  limit: z.coerce.number().int().min(1).max(50).default(10),
  /** Commit ids, separated by commas: which of the listed commits each of them contains is answered. */
  revisions: z
    .string()
    .transform(text => [...new Set(text.split(',').filter(Boolean))])
    .pipe(
      z
        .array(z.string().regex(COMMIT_ID, 'must be full commit ids'))
        .max(MAX_REVISIONS),
    )
    .optional(),
});

/** Query of `GET /gen3/commons/:namespace/:name/commits`. @public */
export type CommitsQuery = z.infer<typeof commitsQuerySchema>;

const commitRowSchema = z.object({
  sha: z.string(),
  /** First line of the message. */
  subject: z.string(),
  author: z.string(),
  /** When it was committed. */
  at: instant,
  /** Its page, when the host has pages. */
  url: z.string().optional(),
});

/** A commit that touches what declares a commons. @public */
export type CommitRow = z.infer<typeof commitRowSchema>;

const revisionRowSchema = z.object({
  revision: z.string(),
  /** Its page, when the host has pages. */
  url: z.string().optional(),
  /** Which of the listed commits it contains, newest first; empty when all are newer. */
  contains: z.array(z.string()),
});

/** Answer of `GET /api/catalog/gen3/commons/:namespace/:name/commits`. @public */
export const commitsResponseSchema = z.object({
  entityRef: z.string(),
  asOf: instant,
  /**
   * `listed`; `not-in-git`: no source found this commons in git; `not-supported`: the portal cannot list commits of that host,
   * `historyUrl` leads to where it shows them.
   */
  state: z.enum(['listed', 'not-in-git', 'not-supported']),
  /** Repository, without credentials. */
  repo: z.string().optional(),
  /** Branch, tag or commit that the source reads; absent: the default branch. */
  branch: z.string().optional(),
  /** What declares the commons: its folder, or its files where the folder is that of several. Empty text: the whole repository. */
  paths: z.array(z.string()),
  /** Where the host shows the same, when it has pages. */
  historyUrl: z.string().optional(),
  /** Newest first. */
  commits: z.array(commitRowSchema),
  /** Those of the revisions asked about that the repository has, as far back as the portal looks. */
  revisions: z.array(revisionRowSchema),
  /** Those of them that could not be looked for this time: whether they contain any of the commits is not known. */
  unread: z.array(z.string()).optional(),
});

/** Answer of `GET /api/catalog/gen3/commons/:namespace/:name/commits`. @public */
export type CommitsResponse = z.infer<typeof commitsResponseSchema>;
