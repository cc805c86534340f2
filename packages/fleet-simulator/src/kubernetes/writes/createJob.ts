import { z } from 'zod';
import { answerObject } from '../answerObject';
import { WrittenJob } from '../changes/Change';
import { jobsOf } from '../objects/jobs';
import { generatedName } from '../objects/writtenRuns';
import { alreadyExists, badRequest, invalid } from '../status';
import { NamespaceView } from '../views';
import { PlanWrite } from './Write';

const text = z.string().default('');
const labels = z.record(z.string(), z.string()).nullish();

/** A Job as kubectl and others write it; only what is kept of it. */
const jobSchema = z.looseObject({
  kind: z.literal('Job').optional(),
  apiVersion: z.literal('batch/v1').optional(),
  metadata: z
    .looseObject({
      name: text,
      generateName: text,
      labels,
      annotations: labels,
      ownerReferences: z
        .array(
          z.object({
            apiVersion: z.string(),
            kind: z.string(),
            name: z.string(),
            uid: z.string(),
            controller: z.boolean().default(false),
          }),
        )
        .nullish(),
    })
    .default({ name: '', generateName: '' }),
  spec: z.looseObject({
    template: z.looseObject({
      spec: z.looseObject({
        containers: z
          .array(z.looseObject({ name: z.string(), image: z.string() }))
          .nullish(),
      }),
    }),
  }),
});

/** Changes are kept in memory, so what is kept of one is bounded. */
const MOST_BYTES = 4096;

const NAME = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** `POST jobs`: `kubectl create job --from=cronjob/<name>`. */
export const createJob: PlanWrite = ({ kind, view, request }) => {
  const read = jobSchema.safeParse(request.body);
  if (!read.success) {
    return badRequest(
      `Job in version "v1" cannot be handled as a Job: ${z.prettifyError(
        read.error,
      )}`,
    );
  }
  const { metadata, spec } = read.data;
  const { generateName } = metadata;
  const name =
    metadata.name || (generateName && generatedName(view, generateName));
  if (!NAME.test(name)) {
    return invalid(
      kind,
      name,
      'metadata.name',
      name === ''
        ? 'Required value: name or generateName is required'
        : `Invalid value: "${name}": must be no more than 63 characters, a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character`,
    );
  }
  const [container] = spec.template.spec.containers ?? [];
  if (!container) {
    const field = 'spec.template.spec.containers';
    return invalid(kind, name, field, 'Required value');
  }
  if (jobsOf(view).some(({ job }) => job.metadata.name === name)) {
    return alreadyExists(kind.group, kind.plural, name);
  }
  const [owner] = metadata.ownerReferences ?? [];
  const job: WrittenJob = {
    name,
    labels: metadata.labels ?? {},
    annotations: metadata.annotations ?? {},
    ...(owner ? { owner } : {}),
    container: container.name,
    image: container.image,
    fails: isToFail(view, owner?.name ?? container.name),
  };
  if (JSON.stringify(job).length > MOST_BYTES) {
    const problem = `Too long: may not be more than ${MOST_BYTES} bytes`;
    return invalid(kind, name, 'metadata', problem);
  }
  return {
    changes: [{ kind: 'createJob', at: view.cluster.now, job }],
    answer: after =>
      answerObject(
        after,
        kind,
        { namespace: view.namespace, name },
        request,
        201,
      ),
  };
};

function isToFail(view: NamespaceView, plan: string): boolean {
  return view.faultOf(plan).failedJob === true;
}
