import { Finding } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  ApplicationSource,
  DeclaredApplication,
  keyOfChart,
} from '@gen3-csoc/backstage-plugin-gen3-node';

/** A file that is not looked into. */
export function tooLarge(file: string, size: number, limit: number): Finding {
  return {
    severity: 'error',
    code: 'file-too-large',
    message: `${file} has ${size} bytes, more than the ${limit} that are read: whether it declares Applications is not known`,
    fix: 'Split the file, or leave its folder out of "paths" of this source',
    file,
  };
}

/** A name is a part of the member's key, and so of the database's: no more than Kubernetes takes. */
export function badName(file: string, { lines }: DeclaredApplication): Finding {
  const key = 'metadata.name';
  return {
    severity: 'error',
    code: 'application-incomplete',
    message:
      'The name of an Application is not one that Kubernetes takes: lower-case letters, digits, "-" and ".", at most 253',
    fix: `Correct "${key}"`,
    file,
    line: lines?.of(key),
    key,
  };
}

/** A chart that looks like gen3 and is not known to be. */
export function unknownChart(options: {
  file: string;
  declared: DeclaredApplication;
  source: ApplicationSource;
  chart: string;
  /** Charts that make a commons. */
  charts: readonly string[];
}): Finding {
  const { file, declared, source, chart, charts } = options;
  const { application, lines } = declared;
  const known = charts.map(each => `"${each}"`).join(', ');
  const key = keyOfChart(application, source);
  return {
    severity: 'error',
    code: 'chart-unknown',
    message: `The Application "${application.metadata.name}" deploys the chart "${chart}", which looks like gen3 and is not one of ${known}`,
    fix: `Correct the chart, or add "${chart}" to "charts" of this source if it is your gen3 chart`,
    file,
    line: lines?.of(key),
    key,
  };
}
