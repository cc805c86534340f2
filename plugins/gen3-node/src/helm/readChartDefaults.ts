import type { JsonObject, JsonValue } from '@backstage/types';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseChartFile } from './chartFile';

/** Charts in charts in charts: more is a mistake. */
const MAX_DEPTH = 4;

const jsonSchema = z.record(z.string(), z.json());

/**
 * All defaults of a chart in a folder: its own, and those of each sub-chart under the name that it has in the chart, overlaid by the chart's own for it. A key
 * whose default is null is there with null: it is a key that the chart knows, which Helm's own merge would take away.
 *
 * @throws Error when a values.yaml is not YAML; it says which.
 */
export async function readChartDefaults(
  folder: string,
  depth = 0,
): Promise<JsonObject> {
  const own = await readValues(folder);
  if (depth >= MAX_DEPTH) return own;
  const charts = join(folder, 'charts');
  const names = await listFolders(charts);
  const chart = parseChartFile(await readText(join(folder, 'Chart.yaml')));
  const below = await Promise.all(
    names.map(async name => {
      const sub = join(charts, name);
      const file = parseChartFile(await readText(join(sub, 'Chart.yaml')));
      if (!file) return [];
      const defaults = await readChartDefaults(sub, depth + 1);
      const places = chart?.dependencies.filter(
        dependency => dependency.name === file.name,
      );
      const keys = places?.length
        ? places.map(place => place.alias ?? place.name)
        : [file.name];
      return keys.map((key): [string, JsonValue] => [key, defaults]);
    }),
  );
  return overlay(Object.fromEntries(below.flat()), own);
}

/** The second over the first, nulls kept. */
function overlay(below: JsonObject, above: JsonObject): JsonObject {
  const merged: JsonObject = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = Object.hasOwn(below, key) ? below[key] : undefined;
    merged[key] = isMap(under) && isMap(value) ? overlay(under, value) : value;
  }
  return merged;
}

function isMap(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function readValues(folder: string): Promise<JsonObject> {
  const text = await readText(join(folder, 'values.yaml'));
  try {
    const parsed: unknown = parse(text, { maxAliasCount: 1_000 });
    return parsed === null ? {} : jsonSchema.parse(parsed);
  } catch (error) {
    // The parser quotes the text, which is nobody's secret in a chart, and of no use.
    throw new Error(`values.yaml of the chart is no map of values`, {
      cause: error,
    });
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    // A chart need not have it.
    return '';
  }
}

async function listFolders(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter(entry => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch {
    // No chart is below it.
    return [];
  }
}
