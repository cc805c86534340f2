import {
  Finding,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { MAX_FILE_BYTES } from '../repository/wantedFiles';
import { memberFailed } from '../memberFailed';
import { MemberReading } from '../types';
import {
  Application,
  ApplicationSource,
  DeclaredApplication,
  isObjectName,
  locateValues,
  MAX_YAML_LENGTH,
  parseApplications,
  ValueLayer,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { badName, tooLarge, unknownChart } from './applicationFindings';
import { classifyApplication } from './classifySource';
import { ApplicationFile } from './findApplicationFiles';
import { MemberKeys } from './MemberKeys';
import { readFolders } from './readFolders';

/** An Application of the gen3 chart, with where its values are. */
export interface FoundApplication {
  member: string;
  path: string;
  application: Application;
  layers: ValueLayer[];
  /** Key of gen3's values when gen3 is a part of another chart. */
  under?: string;
}

/** What a repository declares. */
export interface FoundApplications {
  applications: FoundApplication[];
  quarantined: (MemberReading & { kind: 'quarantined' })[];
  /** Keys, as members have them, of Applications that deploy something else. */
  other: string[];
  /** Something went wrong that may go well next time, although no file changes. */
  passing: boolean;
}

/** Text of a file as Argo CD would get it, or why there is none. */
export type FileText =
  | { ok: true; text: string }
  | { ok: false; finding: Finding; passing: boolean };

/** Adds what one file declares; pure but for `found`. */
export function addApplicationFile(
  found: FoundApplications,
  options: {
    file: ApplicationFile;
    text: FileText;
    charts: readonly string[];
    registry: ServiceRegistry;
    umbrellaOf(source: ApplicationSource): string | undefined;
  },
) {
  const { file, text } = options;
  const { path } = file;
  const quarantine = (member: string, finding: Finding) =>
    found.quarantined.push({
      kind: 'quarantined',
      member,
      hostname: readFolders(path, []).hostname,
      finding,
    });
  if (!text.ok) {
    quarantine(path, text.finding);
    return;
  }
  if (text.text.length > MAX_YAML_LENGTH) {
    quarantine(path, tooLarge(path, text.text.length, MAX_YAML_LENGTH));
    return;
  }
  const { applications, complaints } = parseApplications(text.text, {
    isRendered: file.templateOf !== undefined,
  });
  const keys = MemberKeys.create({
    path,
    count: applications.length + complaints.length,
  });
  for (const complaint of complaints) {
    quarantine(keys.take('unreadable'), {
      severity: 'error',
      file: path,
      ...complaint,
    });
  }
  const others = new Set<string>();
  for (const declared of applications) {
    const { name } = declared.application.metadata;
    try {
      const sorted = sortApplication({ declared, path, ...options });
      if (sorted.kind === 'other') {
        if (isObjectName(name)) others.add(keys.of(name));
      } else if (sorted.kind === 'quarantined') {
        const member = isObjectName(name) ? name : 'unreadable';
        quarantine(keys.take(member), sorted.finding);
      } else {
        found.applications.push({ member: keys.take(name), ...sorted.found });
      }
    } catch (error) {
      // Whatever is thrown over one Application must not cost the others their reading.
      const member = isObjectName(name) ? name : 'unreadable';
      quarantine(keys.take(member), memberFailed(path, error));
    }
  }
  // Of Applications with the same name, those that are a commons have the key.
  found.other.push(...[...others].filter(member => !keys.isTaken(member)));
}

/** What becomes of an Application. */
type SortedApplication =
  | { kind: 'gen3'; found: Omit<FoundApplication, 'member'> }
  | { kind: 'quarantined'; finding: Finding }
  | { kind: 'other' };

function sortApplication(options: {
  declared: DeclaredApplication;
  path: string;
  charts: readonly string[];
  registry: ServiceRegistry;
  umbrellaOf(source: ApplicationSource): string | undefined;
}): SortedApplication {
  const { declared, path, charts } = options;
  const { application, lines } = declared;
  const chart = classifyApplication({ application, ...options });
  if (chart.kind === 'other') return chart;
  if (!isObjectName(application.metadata.name)) {
    return { kind: 'quarantined', finding: badName(path, declared) };
  }
  if (chart.kind === 'unknown') {
    const finding = unknownChart({ file: path, declared, charts, ...chart });
    return { kind: 'quarantined', finding };
  }
  const { source, under } = chart;
  const layers = locateValues({
    application,
    source,
    lines,
    withChartValues: under !== undefined,
  });
  return { kind: 'gen3', found: { path, application, layers, under } };
}

/** What a file was found to declare before it grew too large is not lost; value files are spoken of where they are used. */
export function addFilesTooLarge(
  found: FoundApplications,
  files: ReadonlyMap<string, number>,
) {
  const valueFiles = new Set(
    found.applications.flatMap(({ layers }) =>
      layers.flatMap(layer => (layer.kind === 'file' ? [layer.path] : [])),
    ),
  );
  for (const [path, size] of files) {
    if (valueFiles.has(path)) continue;
    found.quarantined.push({
      kind: 'quarantined',
      member: path,
      hostname: readFolders(path, []).hostname,
      finding: tooLarge(path, size, MAX_FILE_BYTES),
    });
  }
}
