import type { z } from 'zod/v3';

/** A warning that the author of a change answers for. */
export interface AcceptedWarning {
  id: string;
  where?: string;
  reason: string;
  hostname?: string;
}

/** The input `accept` of actions that propose changes. */
export const acceptInput = (zod: typeof z) =>
  zod
    .array(
      zod.object({
        id: zod.string().describe('Id of the finding'),
        where: zod
          .string()
          .optional()
          .describe('Its value or answer, where a check has several warnings'),
        reason: zod.string().describe('Why it is fine'),
        hostname: zod
          .string()
          .optional()
          .describe('The commons that it is about; left out: any'),
      }),
    )
    .optional()
    .describe('Warnings that the author answers for');

/** What of it is about a commons, as changes take it. Reasons that were given for others stay out. */
export function acceptedFor(
  hostname: string | undefined,
  accept: readonly AcceptedWarning[] = [],
) {
  return accept
    .filter(item => item.hostname === undefined || item.hostname === hostname)
    .map(({ hostname: _, ...item }) => item);
}
