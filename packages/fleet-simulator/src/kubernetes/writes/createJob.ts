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

type ReadJob = z.infer<typeof jobSchema>;

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
  const name = nameOf(view, read.data);
  const job = keptOf(view, name, read.data);
  const problem = problemOf(name, job);
  if (problem) {
    return invalid(kind, name, ...problem);
  }
  if (!job || jobsOf(view).some(one => one.job.metadata.name === name)) {
    return alreadyExists(kind.group, kind.plural, name);
  }
  const place = { namespace: view.namespace, name };
  return {
    changes: [{ kind: 'createJob', at: view.cluster.now, job }],
    answer: after => answerObject(after, kind, place, request, 201),
  };
};

function nameOf(view: NamespaceView, { metadata }: ReadJob): string {
  const { name, generateName } = metadata;
  return name || (generateName && generatedName(view, generateName));
}

/** What is kept of a Job; undefined when it has no container. */
function keptOf(
  view: NamespaceView,
  name: string,
  { metadata, spec }: ReadJob,
): WrittenJob | undefined {
  const [container] = spec.template.spec.containers ?? [];
  const [owner] = metadata.ownerReferences ?? [];
  return (
    container && {
      name,
      labels: metadata.labels ?? {},
      annotations: metadata.annotations ?? {},
      ...(owner ? { owner } : {}),
      container: container.name,
      image: container.image,
      fails: view.faultOf(owner?.name ?? container.name).failedJob === true,
    }
  );
}

/** Which field cannot be so, and why. */
function problemOf(
  name: string,
  job: WrittenJob | undefined,
): [field: string, problem: string] | undefined {
  if (name === '') {
    const needed = 'Required value: name or generateName is required';
    return ['metadata.name', needed];
  }
  if (!NAME.test(name)) {
    return [
      'metadata.name',
      `Invalid value: "${name}": must be no more than 63 characters, a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character`,
    ];
  }
  if (!job) {
    return ['spec.template.spec.containers', 'Required value'];
  }
  return JSON.stringify(job).length > MOST_BYTES
    ? ['metadata', `Too long: may not be more than ${MOST_BYTES} bytes`]
    : undefined;
}
