import { z } from 'zod';
import { readYaml } from '../yaml/readYaml';

const chartSchema = z.object({
  dependencies: z.array(
    z.object({ name: z.string(), alias: z.string().nullish() }),
  ),
});

/**
 * Says under which key a chart gives values to the gen3 chart that it depends on, undefined when it does not.
 *
 * @param text - text of `Chart.yaml`.
 * @param charts - names of charts that make a commons; paths among them are ignored.
 */
export function findGen3Dependency(
  text: string,
  charts: readonly string[],
): string | undefined {
  if (!/^dependencies:/m.test(text)) return undefined;
  const yaml = readYaml(text);
  const chart = chartSchema.safeParse(yaml.ok ? yaml.documents[0] : undefined);
  const dependency = chart.data?.dependencies.find(({ name }) =>
    charts.includes(name),
  );
  return dependency && (dependency.alias ?? dependency.name);
}
