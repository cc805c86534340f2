import {
  acceptedFindingSchema,
  CHANGE_KINDS,
  CHANGE_STATES,
  CHANGE_STEPS,
  changeFileSchema,
  changeStepSchema,
  REVIEW_HOSTS,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';
import { jsonText, millis, nullableMillis } from '../database/columns';
import { readStoredRequest, storedRequestSchema } from './readStoredRequest';

const optionalText = z
  .string()
  .nullable()
  .transform(text => text ?? undefined);

/** A row of `gen3_changes`. */
export const changeRowSchema = z
  .object({
    id: z.string(),
    kind: z.enum(CHANGE_KINDS),
    state: z.enum(CHANGE_STATES),
    title: z.string(),
    hostname: z.string(),
    entity_ref: z.string(),
    source: z.string(),
    owner: z.string(),
    tier: z.string(),
    author: z.string(),
    host: z.enum(REVIEW_HOSTS),
    branch: z.string(),
    url: optionalText,
    base_commit: optionalText,
    commit: optionalText,
    merge_commit: optionalText,
    description: z.string(),
    message: z.string(),
    request_json: jsonText(storedRequestSchema),
    files_json: jsonText(z.array(changeFileSchema)),
    accepted_json: jsonText(z.array(acceptedFindingSchema)),
    created_at: millis,
    updated_at: millis,
    ended_at: nullableMillis,
    end_reason: optionalText,
  })
  .transform(row => {
    const { request, unread } = readStoredRequest(row.request_json, row);
    return {
      id: row.id,
      kind: row.kind,
      state: row.state,
      title: row.title,
      hostname: row.hostname,
      entityRef: row.entity_ref,
      source: row.source,
      owner: row.owner,
      tier: row.tier,
      author: row.author,
      host: row.host,
      branch: row.branch,
      url: row.url,
      baseCommit: row.base_commit,
      commit: row.commit,
      mergeCommit: row.merge_commit,
      description: row.description,
      /** First line of the commit's message. */
      message: row.message,
      request,
      /** Answers of a launch that this version of the portal does not take any more. Absent: none. */
      ...(unread.length > 0 ? { unread } : {}),
      files: row.files_json,
      accepted: row.accepted_json,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      endedAt: row.ended_at ?? undefined,
      endReason: row.end_reason,
    };
  });

/** A change as it is stored. Times are milliseconds since the epoch. */
export type ChangeRecord = z.infer<typeof changeRowSchema>;

/** A row of `gen3_change_steps`. */
export const changeStepRowSchema = z
  .object({
    step: z.enum(CHANGE_STEPS),
    state: changeStepSchema.shape.state,
    since: millis,
    evidence_json: jsonText(z.array(z.string())),
    advice_json: z.union([
      z.null(),
      jsonText(changeStepSchema.shape.advice.unwrap()),
    ]),
  })
  .transform(row => ({
    id: row.step,
    state: row.state,
    since: row.since,
    evidence: row.evidence_json,
    advice: row.advice_json ?? undefined,
  }));

/** A step of a change as it was last seen. */
export type ChangeStepRecord = z.infer<typeof changeStepRowSchema>;

/** Who approved a change, and when. */
export interface ChangeApproval {
  by: string;
  at: number;
}
