import { parse } from 'yaml';
import { z } from 'zod';

/** A chart that another one asks for, as `Chart.yaml` has it. */
const dependencySchema = z.looseObject({
  name: z.string().min(1),
  version: z.coerce.string().default('*'),
  repository: z.string().default(''),
  condition: z.string().optional(),
  alias: z.string().optional(),
});

const chartFileSchema = z.looseObject({
  name: z.string().regex(/^[A-Za-z0-9][\w.-]*$/),
  dependencies: z.array(dependencySchema).nullish(),
});

/** What the portal needs of a `Chart.yaml`. */
export interface ChartFile {
  name: string;
  dependencies: ChartDependency[];
}

/** A chart that another one asks for. */
export type ChartDependency = z.infer<typeof dependencySchema>;

/** Reads a `Chart.yaml`; undefined when it is none. */
export function parseChartFile(text: string): ChartFile | undefined {
  const parsed = chartFileSchema.safeParse(parseYaml(text));
  return parsed.success
    ? {
        name: parsed.data.name,
        dependencies: parsed.data.dependencies ?? [],
      }
    : undefined;
}

function parseYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 100, logLevel: 'silent' });
  } catch {
    // What it is not, the caller says with the name of the chart.
    return undefined;
  }
}
