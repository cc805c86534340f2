import { z } from 'zod';
import { launchAnswersSchema } from '../launch/launchAnswers';
import { valuesTextSchema } from './valuesText';
import { editRequestSchema } from './edits';
import { instant } from './health';

/** Something that preflight has to say about a commons that does not exist yet, or about a change of one. @public */
export const preflightFindingSchema = z.object({
  /** The check that found it, e.g. `hostname-taken`; stable, and the anchor of `docs`. */
  id: z.string(),
  /** With an error nothing can be proposed; a warning has to be accepted; an info is only told. */
  severity: z.enum(['error', 'warning', 'info']),
  where: z.object({
    /** The answer of the wizard that it is about. */
    field: z.string().optional(),
    /** The value that it is about, e.g. `global.hostname`. */
    key: z.string().optional(),
  }),
  /** What is wrong: names the thing and the value found, never a secret. */
  what: z.string(),
  /** What would come of it. */
  why: z.string(),
  /** What to do about it. */
  fix: z.string(),
  /** Where one can read more. */
  docs: z.string().optional(),
});

/** Something that preflight has to say. @public */
export type PreflightFinding = z.infer<typeof preflightFindingSchema>;

/** One question that preflight asks. @public */
export const preflightCheckSchema = z.object({
  id: z.string(),
  /** What is asked, as a statement that holds when all is well: `The hostname is free`. */
  title: z.string(),
  /** `not-run`: it could not be asked, which says nothing about the answer. */
  outcome: z.enum(['passed', 'found', 'not-run', 'not-applicable']),
  /** Why it was not run. */
  reason: z.string().optional(),
});

/** One question that preflight asks. @public */
export type PreflightCheckResult = z.infer<typeof preflightCheckSchema>;

/** What follows from the answers so far. @public */
export const launchSummarySchema = z.object({
  hostname: z.string(),
  tier: z.string(),
  cluster: z.string(),
  namespace: z.string(),
  environment: z.string(),
  layout: z.string(),
  database: z.enum(['managed', 'development']),
  login: z.enum(['mock', 'secret']),
  /** Services that are switched on, by name. */
  services: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      /** Services that need it, when nobody chose it itself. */
      neededBy: z.array(z.string()),
    }),
  ),
  /** Names of the secrets that must be there first. */
  secrets: z.array(z.string()),
  /** Names that the secrets which have to be named may have. */
  suggestedSecrets: z.object({
    databaseSecret: z.array(z.string()),
    fenceConfigSecret: z.array(z.string()),
  }),
  /** Paths of the files that would be written. */
  files: z.array(z.string()),
});

/** What follows from the answers so far. @public */
export type LaunchSummary = z.infer<typeof launchSummarySchema>;

/** What an edit would do. @public */
export const editSummarySchema = z.object({
  /** `Upgrade heart.example.org to 2026.11`. */
  title: z.string(),
  /** Entity reference of the commons. */
  entityRef: z.string(),
  /** Paths of the files that would change or go. */
  files: z.array(z.string()),
  /** What stays behind when the commons is gone, as lines of Markdown. */
  leftovers: z.array(z.string()),
});

/** Body of `POST /preflight`: the wizard's answers, what is to be different about a commons, or the values of one. @public */
export const preflightRequestSchema = z.union([
  z.strictObject({ answers: launchAnswersSchema }),
  z.strictObject({ edit: editRequestSchema }),
  z.strictObject({
    /** Values of the gen3 chart as YAML. */
    values: valuesTextSchema,
    tier: launchAnswersSchema.shape.tier,
    /** Where it would run, when that is known. */
    cluster: z.string().max(100).optional(),
    namespace: z.string().max(100).optional(),
  }),
]);

/** Body of `POST /preflight`. @public */
export type PreflightRequest = z.input<typeof preflightRequestSchema>;

/** Answer of `POST /preflight`. @public */
export const preflightResponseSchema = z.object({
  /** The worst first. */
  findings: z.array(preflightFindingSchema),
  /** Every check, whatever came of it. */
  checks: z.array(preflightCheckSchema),
  /** Of a launch only. */
  summary: launchSummarySchema.optional(),
  /** Of an edit only. */
  edit: editSummarySchema.optional(),
  asOf: instant,
});

/** Answer of `POST /preflight`. @public */
export type PreflightResponse = z.infer<typeof preflightResponseSchema>;
