import { z } from 'zod';
import { allPodsOf } from '../objects/pods';
import { jobsOf } from '../objects/jobs';
import { TERMINATION_MS } from '../rollouts/types';
import { conflict, jsonReply, notFound } from '../status';
import { Metadata } from '../types';
import { PlanWrite } from './Write';

const optionsSchema = z
  .object({
    gracePeriodSeconds: z.number().nullish(),
    preconditions: z.object({ uid: z.string().nullish() }).nullish(),
  })
  .catch({});

/** `DELETE jobs/<name>`: it and its pods are gone at once. */
export const deleteJob: PlanWrite = ({ kind, view, name, request }) => {
  const found = jobsOf(view).find(({ job }) => job.metadata.name === name);
  if (!found) {
    return notFound(kind.group, kind.plural, name);
  }
  const { metadata } = found.job;
  if (isAnother(metadata, request.body)) {
    return conflict(kind.group, kind.plural, name);
  }
  return {
    changes: [{ kind: 'deleteJob', at: view.cluster.now, name }],
    answer: () =>
      jsonReply(200, {
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Success',
        details: {
          name,
          group: kind.group,
          kind: kind.plural,
          uid: metadata.uid,
        },
      }),
  };
};

/** `DELETE pods/<name>`: it ends within some seconds, and its controller makes another one. */
export const deletePod: PlanWrite = ({ kind, view, name, request }) => {
  const pod = allPodsOf(view).find(({ metadata }) => metadata.name === name);
  if (!pod) {
    return notFound(kind.group, kind.plural, name);
  }
  if (isAnother(pod.metadata, request.body)) {
    return conflict(kind.group, kind.plural, name);
  }
  const { gracePeriodSeconds } = optionsSchema.parse(request.body ?? {});
  const graceMs = gracePeriodSeconds === 0 ? 0 : TERMINATION_MS;
  return {
    changes: [{ kind: 'deletePod', at: view.cluster.now, name, graceMs }],
    answer: after => {
      const commons = after.commonsIn(view.namespace);
      const ending =
        commons && allPodsOf(commons).find(one => one.metadata.name === name);
      return jsonReply(200, ending ?? pod);
    },
  };
};

function isAnother({ uid }: Metadata, body: unknown): boolean {
  const { preconditions } = optionsSchema.parse(body ?? {});
  return (preconditions?.uid ?? uid) !== uid;
}
