import { z } from 'zod';
import { Reply } from '../services/types';
import { Account } from './access';
import { badRequest, jsonReply } from './status';
import { KubernetesRequest } from './types';

const text = z.string().default('');

const reviewSchema = z.object({
  spec: z.object({
    resourceAttributes: z
      .object({
        verb: text,
        group: text,
        resource: text,
        subresource: text,
        namespace: text,
        name: text,
      })
      .optional(),
    nonResourceAttributes: z.object({ verb: text, path: text }).optional(),
  }),
});

/** Answers whether the account may do what a SelfSubjectAccessReview asks, for `kubectl auth can-i`. */
export function reviewAccess(
  account: Account,
  { body, bodyProblem }: Pick<KubernetesRequest, 'body' | 'bodyProblem'>,
): Reply {
  if (bodyProblem) {
    return badRequest(`the body cannot be read: ${bodyProblem}`);
  }
  const parsed = reviewSchema.safeParse(body);
  if (!parsed.success) {
    return badRequest(
      `SelfSubjectAccessReview in version "v1" cannot be handled: ${z.prettifyError(
        parsed.error,
      )}`,
    );
  }
  const { spec } = parsed.data;
  const { resourceAttributes: asked, nonResourceAttributes } = spec;
  const allowed = asked
    ? account.may({ ...asked, subresource: asked.subresource || undefined })
    : nonResourceAttributes?.verb === 'get';
  return jsonReply(201, {
    kind: 'SelfSubjectAccessReview',
    apiVersion: 'authorization.k8s.io/v1',
    metadata: {},
    spec,
    status: {
      allowed,
      ...(allowed
        ? { reason: `RBAC: allowed for the account "${account.username}"` }
        : {}),
    },
  });
}
