import {
  type ChangeRequest,
  type LaunchAnswers,
  launchAnswersSchema,
  RETIRE_STEPS,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';

const text = z.string();

/**
 * What was asked for, as any version of the portal may have stored it: it was checked when it was asked, and rules that came later do not make it
 * unreadable. One row that cannot be read would hide all changes from everybody, and keep the follower from them.
 */
export const storedRequestSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('launch'),
    answers: z.record(text, z.unknown()),
  }),
  z.object({
    kind: z.literal('upgrade'),
    hostname: text,
    release: text.optional(),
    imageTags: z.record(text, text).default({}),
    after: z.array(text).optional(),
  }),
  z.object({
    kind: z.literal('maintenance'),
    hostname: text,
    mode: z.enum(['on', 'off']),
  }),
  z.object({
    kind: z.literal('scale'),
    hostname: text,
    replicas: z.record(text, z.number()),
  }),
  z.object({
    kind: z.literal('retire'),
    hostname: text,
    step: z.enum(RETIRE_STEPS),
    confirm: text.default(''),
  }),
]);

/** What the row of a change says beside the answers. */
interface RowOfLaunch {
  hostname: string;
  owner: string;
  source: string;
}

/** Answers that every launch has; the row has them as well, but for the cluster. */
const optionalAnswersSchema = launchAnswersSchema.omit({
  hostname: true,
  owner: true,
  source: true,
  cluster: true,
});

/**
 * The request of a stored change.
 *
 * @returns `unread`: names of the answers that this version of the portal does not take any more, and which are left out.
 */
export function readStoredRequest(
  stored: z.infer<typeof storedRequestSchema>,
  row: RowOfLaunch,
): { request: ChangeRequest; unread: string[] } {
  if (stored.kind !== 'launch') return { request: stored, unread: [] };
  const { answers, unread } = readAnswers(stored.answers, row);
  return { request: { kind: 'launch', answers }, unread };
}

function readAnswers(
  stored: Record<string, unknown>,
  { hostname, owner, source }: RowOfLaunch,
): { answers: LaunchAnswers; unread: string[] } {
  const whole = launchAnswersSchema.safeParse(stored);
  if (whole.success) return { answers: whole.data, unread: [] };
  const unread = new Set(whole.error.issues.flatMap(namesOf));
  const { cluster } = stored;
  const known = Object.keys(optionalAnswersSchema.shape);
  const rest = Object.entries(stored).filter(
    ([name]) => known.includes(name) && !unread.has(name),
  );
  return {
    answers: {
      ...optionalAnswersSchema.parse(Object.fromEntries(rest)),
      hostname,
      owner,
      source,
      cluster: typeof cluster === 'string' ? cluster : '',
    },
    unread: [...unread],
  };
}

function namesOf(issue: z.core.$ZodIssue): string[] {
  const [name] = issue.path;
  if (name !== undefined) return [String(name)];
  return issue.code === 'unrecognized_keys' ? issue.keys : [];
}
