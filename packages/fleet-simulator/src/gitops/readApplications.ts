import { parseAllDocuments } from 'yaml';
import { z } from 'zod';

const sourceSchema = z.object({
  path: z.string().optional(),
  chart: z.string().optional(),
  ref: z.string().optional(),
  helm: z
    .object({
      valueFiles: z.array(z.string()).default([]),
      values: z.string().optional(),
      valuesObject: z.record(z.string(), z.unknown()).optional(),
      parameters: z
        .array(z.object({ name: z.string(), value: z.coerce.string() }))
        .default([]),
    })
    .optional(),
});

const applicationSchema = z.object({
  kind: z.literal('Application'),
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    source: sourceSchema.optional(),
    sources: z.array(sourceSchema).default([]),
    destination: z
      .object({ name: z.string().optional(), namespace: z.string().optional() })
      .default({}),
  }),
});

/** The same without defaults, as git has it. */
const rawSchema = z.object({ spec: z.record(z.string(), z.unknown()) });

/** The source of an Argo CD Application that deploys Gen3, and the names that other sources have in it. */
export interface Gen3Application {
  name: string;
  source: z.infer<typeof sourceSchema>;
  /** Where it is deployed to; the name is that of a cluster. */
  destination: { name?: string; namespace?: string };
  /** `spec` as it is written. */
  spec: Record<string, unknown>;
}

/** True when the text may hold an Application, so that not every file must be parsed. */
export function mayHoldApplication(text: string): boolean {
  return (
    text.includes('argoproj.io/') && /kind:\s*["']?Application\b/.test(text)
  );
}

/**
 * Finds the Applications in a YAML text whose source is the gen3 chart.
 *
 * @throws when the text is not YAML.
 */
export function readApplications(text: string): Gen3Application[] {
  return parseAllDocuments(text).flatMap(document => {
    if (document.errors.length > 0) {
      throw document.errors[0];
    }
    const written: unknown = document.toJS();
    const application = applicationSchema.safeParse(written);
    if (!application.success) {
      return [];
    }
    const { metadata, spec } = application.data;
    const source = [
      ...(spec.source ? [spec.source] : []),
      ...spec.sources,
    ].find(
      candidate =>
        candidate.chart === 'gen3' ||
        /(^|\/)helm\/gen3\/?$/.test(candidate.path ?? ''),
    );
    return source
      ? [
          {
            name: metadata.name,
            source,
            destination: spec.destination,
            spec: rawSchema.parse(written).spec,
          },
        ]
      : [];
  });
}
