import {
  Finding,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { HelmRenderer } from '@gen3-csoc/backstage-plugin-gen3-node';
import pLimit from 'p-limit';
import { RepositorySnapshot } from '../repository/RepositorySnapshot';
import { MAX_FILE_BYTES } from '../repository/wantedFiles';
import { MemberReading } from '../types';
import { Application, ApplicationSource } from './applicationSchema';
import { isSameRepository } from '../repository/repositoryAddress';
import { classifyApplication, trimSlashes } from './classifySource';
import { ApplicationFile, findApplicationFiles } from './findApplicationFiles';
import { locateValues, ValueLayer } from './locateValues';
import { parseApplications } from './parseApplications';
import { readFolders } from './readFolders';
import { renderApplicationFile } from './renderApplicationFile';

/** Charts that are rendered at once; each is a process. */
const MAX_CONCURRENT_RENDERINGS = 2;

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

/** Finds all Applications of the gen3 chart, sorted by path. */
export async function findApplications(options: {
  snapshot: RepositorySnapshot;
  /** URLs that the repository has. */
  urls: readonly string[];
  paths: readonly string[];
  charts: readonly string[];
  registry: ServiceRegistry;
  helm: HelmRenderer;
  signal: AbortSignal;
}): Promise<FoundApplications> {
  const { files, umbrellas, tooLarge } = await findApplicationFiles(options);
  const isOurs = (url: string) =>
    options.urls.some(own => /^file:/i.test(own) || isSameRepository(own, url));
  const umbrellaOf = ({ path, repoURL = '' }: ApplicationSource) =>
    path !== undefined && isOurs(repoURL)
      ? umbrellas.get(trimSlashes(path))
      : undefined;
  const limit = pLimit(MAX_CONCURRENT_RENDERINGS);
  const texts = await Promise.all(
    files.map(file => limit(() => textOf(file, options))),
  );
  const found: FoundApplications = {
    applications: [],
    quarantined: [],
    other: [],
    passing: texts.some(text => !text.ok && text.passing),
  };
  files.forEach((file, index) => {
    const text = texts[index];
    if (text) addFile(found, { file, text, umbrellaOf, ...options });
  });
  addTooLarge(found, tooLarge);
  return found;
}

/** What a file was found to declare before it grew too large is not lost; value files are spoken of where they are used. */
function addTooLarge(found: FoundApplications, tooLarge: Map<string, number>) {
  const valueFiles = new Set(
    found.applications.flatMap(({ layers }) =>
      layers.flatMap(layer => (layer.kind === 'file' ? [layer.path] : [])),
    ),
  );
  for (const [path, size] of tooLarge) {
    if (valueFiles.has(path)) continue;
    found.quarantined.push({
      kind: 'quarantined',
      member: path,
      hostname: readFolders(path, []).hostname,
      finding: {
        severity: 'error',
        code: 'file-too-large',
        message: `${path} has ${size} bytes, more than the ${MAX_FILE_BYTES} that are read: whether it declares Applications is not known`,
        fix: 'Split the file, or leave its folder out of "paths" of this source',
        file: path,
      },
    });
  }
}

type FileText =
  | { ok: true; text: string }
  | { ok: false; finding: Finding; passing: boolean };

async function textOf(
  file: ApplicationFile,
  options: {
    snapshot: RepositorySnapshot;
    helm: HelmRenderer;
    signal: AbortSignal;
  },
): Promise<FileText> {
  const { templateOf } = file;
  if (templateOf === undefined) return { ok: true, text: file.text };
  options.signal.throwIfAborted();
  const rendered = await renderApplicationFile({
    file: { ...file, templateOf },
    ...options,
  });
  if (rendered.ok) return rendered;
  const { complaint, passing } = rendered;
  return {
    ok: false,
    finding: { severity: 'error', file: file.path, ...complaint },
    passing,
  };
}

function addFile(
  found: FoundApplications,
  options: {
    file: ApplicationFile;
    text: FileText;
    charts: readonly string[];
    registry: ServiceRegistry;
    umbrellaOf(source: ApplicationSource): string | undefined;
  },
) {
  const { file, text, charts } = options;
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
  const { applications, complaints } = parseApplications(text.text);
  const several = applications.length + complaints.length > 1;
  const taken = new Set<string>();
  const keyOf = (name: string) => (several ? `${path}#${name}` : path);
  const nameOf = (name: string) => {
    let member = keyOf(name);
    for (let count = 2; taken.has(member); count += 1) {
      member = `${path}#${name}-${count}`;
    }
    taken.add(member);
    return member;
  };
  for (const complaint of complaints) {
    quarantine(nameOf('unreadable'), {
      severity: 'error',
      file: path,
      ...complaint,
      // A line of rendered text is no line of the template.
      line: file.templateOf === undefined ? complaint.line : undefined,
    });
  }
  const others = new Set<string>();
  for (const application of applications) {
    const chart = classifyApplication({ application, ...options });
    if (chart.kind === 'other') {
      others.add(keyOf(application.metadata.name));
      continue;
    }
    const member = nameOf(application.metadata.name);
    if (chart.kind === 'gen3') {
      const { source, under } = chart;
      const layers = locateValues(application, source, under !== undefined);
      found.applications.push({ member, path, application, layers, under });
    } else {
      quarantine(member, {
        severity: 'error',
        code: 'chart-unknown',
        message: `The Application "${
          application.metadata.name
        }" deploys the chart "${
          chart.chart
        }", which looks like gen3 and is not one of ${charts
          .map(each => `"${each}"`)
          .join(', ')}`,
        fix: `Correct the chart, or add "${chart.chart}" to "charts" of this source if it is your gen3 chart`,
        file: path,
        key: 'spec.sources',
      });
    }
  }
  // Of Applications with the same name, those that are a commons have the key.
  found.other.push(...[...others].filter(member => !taken.has(member)));
}
