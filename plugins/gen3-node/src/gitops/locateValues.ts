import { YamlLines } from '../yaml/YamlLines';
import {
  Application,
  ApplicationSource,
  keyOfChart,
  keyOfSource,
  sourcesOf,
} from './applicationSchema';
import { locateFile } from './locateFile';
import { locateInlineValues } from './locateInlineValues';
import { ValueLayer } from './ValueLayer';

/** Lists the layers of values that an Application gives to its chart, in Argo CD's order: files before what is inline. */
export function locateValues(options: {
  application: Application;
  source: ApplicationSource;
  /** Lines of the Application; absent when they are not known. */
  lines?: YamlLines;
  /** The chart lies in the repository, and its own `values.yaml` comes first. */
  withChartValues: boolean;
}): ValueLayer[] {
  const { application, source, lines, withChartValues } = options;
  const helm = source.helm ?? {};
  const helmKey = `${keyOfSource(application, source)}.helm`;
  const sources = sourcesOf(application);
  const locate = (
    name: string,
    key: string,
    optional: boolean,
  ): ValueLayer => ({
    key,
    line: lines?.of(key),
    ...locateFile({ name, source, sources, optional }),
  });
  const optional = helm.ignoreMissingValueFiles ?? false;
  return [
    ...(withChartValues
      ? [locate('values.yaml', keyOfChart(application, source), true)]
      : []),
    ...(helm.valueFiles ?? []).map((name, index) =>
      locate(name, `${helmKey}.valueFiles[${index}]`, optional),
    ),
    ...locateInlineValues({ helm, helmKey, lines }),
  ];
}
