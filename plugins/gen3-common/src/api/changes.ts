import { z } from 'zod';
import { launchAnswersSchema } from '../launch/launchAnswers';
import {
  maintenanceEditSchema,
  retireEditSchema,
  scaleEditSchema,
  upgradeEditSchema,
} from './edits';
import { instant } from './health';
import { REVIEW_HOSTS } from './repositoryHosts';

/** What a change does to a commons. @public */
export const CHANGE_KINDS = [
  'launch',
  'upgrade',
  'maintenance',
  'scale',
  'retire',
] as const;

/**
 * Where a change is. `proposing`: its branch is being made. `open`: it waits for a review. `merged`: it is followed until the
 * commons answers. The others are ends.
 *
 * @public
 */
export const CHANGE_STATES = [
  'proposing',
  'open',
  'merged',
  'succeeded',
  'failed',
  'abandoned',
] as const;

/** States from which nothing follows. @public */
export const CHANGE_ENDS = ['succeeded', 'failed', 'abandoned'] as const;

/** Ids of the steps of a launch, in their order. @public */
export const CHANGE_STEPS = [
  'proposed',
  'checks',
  'merged',
  'discovered',
  'synced',
  'workloads',
  'jobs',
  'probes',
  'login',
] as const;

/** A step of a change. @public */
export const changeStepSchema = z.object({
  id: z.enum(CHANGE_STEPS),
  title: z.string(),
  /** `not-visible`: the layer that would say is not connected. `skipped`: it was never needed, or the change ended before. */
  state: z.enum([
    'waiting',
    'running',
    'done',
    'stuck',
    'failed',
    'not-visible',
    'skipped',
  ]),
  /** When it came into this state. */
  since: instant.optional(),
  /** Minutes that it usually takes; only of one that is running or stuck, and has a usual time. */
  usualMinutes: z.number().int().positive().optional(),
  /** What was seen, in sentences. */
  evidence: z.array(z.string()),
  /** Why it takes longer than usual, and what to do. */
  advice: z.object({ likely: z.string(), fix: z.string() }).optional(),
});

/** A step of a change. @public */
export type ChangeStep = z.infer<typeof changeStepSchema>;

/** A finding that somebody answers for. @public */
export const acceptedFindingSchema = z.object({
  id: z.string(),
  /** `placeOfFinding`, when it has one. */
  where: z.string().optional(),
  severity: z.string(),
  what: z.string(),
  /** Entity reference. */
  by: z.string(),
  reason: z.string(),
});

/** A proposed commit that alters a commons. @public */
export const changeSchema = z.object({
  id: z.string(),
  kind: z.enum(CHANGE_KINDS),
  state: z.enum(CHANGE_STATES),
  /** `Launch heart.example.org`. */
  title: z.string(),
  hostname: z.string(),
  /** Entity reference of the commons. */
  entityRef: z.string(),
  /** Id of the source whose repository it changes. */
  source: z.string(),
  /** Entity reference of who proposed it. */
  author: z.string(),
  /** Entity reference of the owner of the commons. */
  owner: z.string(),
  createdAt: instant,
  updatedAt: instant,
  endedAt: instant.optional(),
  /** Why it ended so. */
  endReason: z.string().optional(),
  branch: z.string(),
  /** Where people look at it, when the host has pages. */
  url: z.string().optional(),
  /** `local`: reviewed in this portal. Others: where the repository is. */
  host: z.enum(REVIEW_HOSTS),
  /** The step that it is at; absent when it has ended. */
  step: changeStepSchema
    .pick({ id: true, title: true, state: true, since: true })
    .optional(),
});

/** A proposed commit that alters a commons. @public */
export type Change = z.infer<typeof changeSchema>;

/** A file that a change writes or removes. @public */
export const changeFileSchema = z.object({
  path: z.string(),
  /** As it is now; absent: there is none. */
  before: z.string().optional(),
  /** As it would be; absent: it is removed. */
  after: z.string().optional(),
});

/** A finding that somebody answers for. @public */
export type AcceptedFinding = z.infer<typeof acceptedFindingSchema>;

/** A file that a change writes or removes. @public */
export type ChangeFile = z.infer<typeof changeFileSchema>;

/** A pull request that is to be opened where the repository is. @public */
export const pullRequestSchema = z.object({
  /** Web address of the repository, without `.git`. */
  repository: z.string(),
  /** Branch that it shall get into. */
  base: z.string(),
  /** Of the commit. */
  message: z.string(),
  /** Whom the commit is by. */
  author: z.object({ name: z.string(), email: z.string() }),
  /** What is written or removed; whole, unlike the files that a change shows. */
  files: z.array(changeFileSchema.omit({ before: true })),
});

/** Answer of `GET /changes/:id`. @public */
export const changeDetailsSchema = changeSchema.extend({
  /** Markdown: what is proposed, which findings were accepted and by whom, what may go wrong. */
  description: z.string(),
  commit: z.string().optional(),
  mergeCommit: z.string().optional(),
  steps: z.array(changeStepSchema),
  /** Lines that hold secrets are hidden, and marked where they change. */
  files: z.array(changeFileSchema),
  accepted: z.array(acceptedFindingSchema),
  approvals: z.array(z.object({ by: z.string(), at: instant })),
  /**
   * Given to its author while nobody has opened it: branch, title and description are those of the change. One whose files hold secrets is given to
   * the templates that its author runs, and not to the author. One that waits for others has none here: `POST /changes/:id/open` gives it.
   */
  pullRequest: pullRequestSchema.optional(),
  /** Of a change that has not been proposed to its repository because it waits for others, or has waited. Absent: of any other. */
  waits: z
    .object({
      /** Ids of the changes that have to succeed first. */
      for: z.array(z.string()),
      /** `others`: they have not succeeded yet. `author`: they have, and its author is to open its pull request. */
      turn: z.enum(['others', 'author']),
    })
    .optional(),
  /** What the caller may do with it now. */
  may: z.object({
    approve: z.boolean(),
    merge: z.boolean(),
    close: z.boolean(),
    /** Open its pull request, for which it has waited. Absent: no. */
    open: z.boolean().optional(),
  }),
  /** Why the caller may not approve or merge it. */
  whyNot: z.string().optional(),
});

/** Answer of `GET /changes/:id`. @public */
export type ChangeDetails = z.infer<typeof changeDetailsSchema>;

/** Query of `GET /changes`. @public */
export const changesQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
  state: z.enum([...CHANGE_STATES, 'ongoing']).optional(),
  kind: z.enum(CHANGE_KINDS).optional(),
  hostname: z.string().max(253).optional(),
});

/** Query of `GET /changes`. @public */
export type ChangesQuery = z.infer<typeof changesQuerySchema>;

/** Answer of `GET /changes`, the newest first. @public */
export const changesPageSchema = z.object({
  items: z.array(changeSchema),
  totalItems: z.number().int().nonnegative(),
  nextCursor: z.string().optional(),
  asOf: instant,
});

/** Answer of `GET /changes`. @public */
export type ChangesPage = z.infer<typeof changesPageSchema>;

const launchRequestSchema = z.strictObject({
  kind: z.literal('launch'),
  answers: launchAnswersSchema,
});

/** What was asked for: the answers of a launch, or what is to be different about a commons that there is. @public */
export const changeRequestSchema = z.discriminatedUnion('kind', [
  launchRequestSchema,
  upgradeEditSchema,
  maintenanceEditSchema,
  scaleEditSchema,
  retireEditSchema,
]);

/** What was asked for. @public */
export type ChangeRequest = z.infer<typeof changeRequestSchema>;

/** What every proposal has beside what it asks for. */
const proposal = {
  /** Warnings that the author answers for; every warning has to be here. */
  accept: z
    .array(
      z.strictObject({
        id: z.string().max(100),
        /** `placeOfFinding`; needed where a check has several warnings, each of which has a reason of its own. */
        where: z.string().max(300).optional(),
        reason: z.string().max(500),
      }),
    )
    .default([]),
  /** Makes a second call with the same key answer with the same change. */
  idempotencyKey: z.string().min(8).max(200).optional(),
};

/** Body of `POST /changes`. @public */
export const proposeChangeSchema = z.discriminatedUnion('kind', [
  launchRequestSchema.extend(proposal),
  upgradeEditSchema.extend(proposal),
  maintenanceEditSchema.extend(proposal),
  scaleEditSchema.extend(proposal),
  retireEditSchema.extend(proposal),
]);

/** Body of `POST /changes`. @public */
export type ProposeChange = z.input<typeof proposeChangeSchema>;

/** Answer of `POST /changes/dry-run`: what the same request to `POST /changes` would propose. @public */
export const dryRunChangeSchema = z.object({
  title: z.string(),
  hostname: z.string(),
  /** Entity reference of the commons. */
  entityRef: z.string(),
  /** Paths of the files that would be written or removed. */
  files: z.array(z.string()),
});

/** Answer of `POST /changes/dry-run`. @public */
export type DryRunChange = z.infer<typeof dryRunChangeSchema>;

/** Body of `POST /changes/:id/approve`, `.../merge` and `.../close`. @public */
export const changeActionSchema = z.strictObject({
  /** Goes into the audit record; that of a close is the reason why the change ended, too. */
  reason: z.string().max(500).optional(),
});

/** Body of `POST /changes/:id/opened`. @public */
export const openedChangeSchema = z.strictObject({
  /** Page of the pull request, at the host of the repository. */
  url: z.url({ protocol: /^https?$/ }).max(2000),
});
