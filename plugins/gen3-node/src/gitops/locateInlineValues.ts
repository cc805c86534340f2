import { readYaml } from '../yaml/readYaml';
import { YamlLines } from '../yaml/YamlLines';
import { ApplicationSource } from './applicationSchema';
import { InlineLayer } from './ValueLayer';
import { setParameters } from './setParameters';

/** Lists what an Application says inline: `values` or, when it is there, `valuesObject`, then parameters. */
export function locateInlineValues(options: {
  helm: NonNullable<ApplicationSource['helm']>;
  /** Path of `helm` in the Application. */
  helmKey: string;
  /** Lines of the Application; absent when they are not known. */
  lines?: YamlLines;
}): InlineLayer[] {
  const { helm, helmKey, lines } = options;
  const layers: InlineLayer[] = [];
  if (helm.valuesObject && Object.keys(helm.valuesObject).length > 0) {
    const key = `${helmKey}.valuesObject`;
    layers.push({
      kind: 'inline',
      key,
      line: lines?.of(key),
      values: helm.valuesObject,
      lines: lines?.below(key) ?? {},
    });
  } else if (helm.values) {
    layers.push(readText(helm.values, `${helmKey}.values`, lines));
  }
  const parameters = helm.parameters ?? [];
  if (parameters.length > 0) {
    const key = `${helmKey}.parameters`;
    const placed = parameters.flatMap(({ name }, index) => {
      const line = lines?.of(`${key}[${index}]`);
      return line === undefined ? [] : [[name, line] as const];
    });
    layers.push({
      kind: 'inline',
      key,
      line: lines?.of(key),
      values: setParameters(parameters),
      lines: Object.fromEntries(placed),
    });
  }
  return layers;
}

function readText(
  text: string,
  key: string,
  lines: YamlLines | undefined,
): InlineLayer {
  const yaml = readYaml(text);
  const line = lines?.of(key);
  const above = lines?.aboveText(key);
  if (yaml.ok) {
    const own = above === undefined ? {} : yaml.lines[0]?.below('') ?? {};
    const placed = Object.entries(own).map(
      ([name, at]) => [name, (above ?? 0) + at] as const,
    );
    return {
      kind: 'inline',
      key,
      line,
      values: yaml.documents[0],
      lines: Object.fromEntries(placed),
    };
  }
  const { message, line: inner } = yaml;
  if (above !== undefined && inner !== undefined) {
    return { kind: 'broken', key, line: above + inner, message };
  }
  const where = inner === undefined ? '' : `, in line ${inner} of its text`;
  return { kind: 'broken', key, line, message: `${message}${where}` };
}
