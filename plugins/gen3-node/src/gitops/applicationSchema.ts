import { z } from 'zod';

/** Names of Kubernetes' objects (RFC 1123 subdomain). */
const OBJECT_NAME =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** Whether Kubernetes takes a text for the name of an object. */
export function isObjectName(name: string): boolean {
  return name.length <= 253 && OBJECT_NAME.test(name);
}

/** Characters of a text: no URL, path or name that means something is longer. */
const MAX_TEXT = 2_048;

/** Entries of a list; people write a handful, and what comes of each is read, merged and compared. */
const MAX_SOURCES = 100;
const MAX_VALUE_FILES = 200;
const MAX_PARAMETERS = 1_000;

/** Absent and null mean the same in a manifest. No text that is stored has a control character. */
const text = z.coerce
  .string()
  .max(MAX_TEXT)
  .regex(/^\P{Cc}*$/u)
  .nullish()
  .transform(value => value ?? undefined);

const parameterSchema = z.object({
  name: z.string().max(MAX_TEXT),
  value: z.coerce
    .string()
    .nullish()
    .transform(value => value ?? undefined),
  forceString: z.boolean().nullish(),
});

/** One source of an Argo CD Application, as far as it decides what values a chart gets. */
export const applicationSourceSchema = z.object({
  repoURL: text,
  path: text,
  chart: text,
  targetRevision: text,
  ref: text,
  helm: z
    .object({
      releaseName: z.string().max(MAX_TEXT).nullish(),
      valueFiles: z
        .array(z.string().max(MAX_TEXT))
        .max(MAX_VALUE_FILES)
        .nullish(),
      ignoreMissingValueFiles: z.boolean().nullish(),
      values: z.string().nullish(),
      valuesObject: z.record(z.string(), z.unknown()).nullish(),
      parameters: z.array(parameterSchema).max(MAX_PARAMETERS).nullish(),
    })
    .nullish(),
});

/** One source of an Argo CD Application. */
export type ApplicationSource = z.infer<typeof applicationSourceSchema>;

/** An Argo CD Application, tolerant of everything that the portal does not read. */
export const applicationSchema = z.object({
  metadata: z.object({
    name: z.string().min(1),
    namespace: text,
    annotations: z.record(z.string(), z.unknown()).nullish(),
    finalizers: z.array(z.string().max(MAX_TEXT)).nullish(),
  }),
  spec: z.object({
    source: applicationSourceSchema.nullish(),
    sources: z.array(applicationSourceSchema).max(MAX_SOURCES).nullish(),
    destination: z
      .object({ server: text, name: text, namespace: text })
      .nullish(),
  }),
});

/** An Argo CD Application. */
export type Application = z.infer<typeof applicationSchema>;

/** All sources; Argo CD ignores `source` when there are `sources`. */
export function sourcesOf(application: Application): ApplicationSource[] {
  const { source, sources } = application.spec;
  if (sources && sources.length > 0) return sources;
  return source ? [source] : [];
}

/** Path of one of its sources in an Application, e.g. `spec.sources[0]`. */
export function keyOfSource(
  application: Application,
  source: ApplicationSource,
): string {
  const index = application.spec.sources?.indexOf(source) ?? -1;
  return index < 0 ? 'spec.source' : `spec.sources[${index}]`;
}

/** Where a source of an Application says which chart it is. */
export function keyOfChart(
  application: Application,
  source: ApplicationSource,
): string {
  const key = source.chart === undefined ? 'path' : 'chart';
  return `${keyOfSource(application, source)}.${key}`;
}
