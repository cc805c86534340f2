import {
  Finding,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { HelmRenderer } from '@gen3-csoc/backstage-plugin-gen3-node';
import pLimit from 'p-limit';
import { RepositorySnapshot } from '../repository/RepositorySnapshot';
import { MemberReading } from '../types';
import { Application } from './applicationSchema';
import { classifyApplication } from './classifySource';
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
}

/** What a repository declares. */
export interface FoundApplications {
  applications: FoundApplication[];
  quarantined: (MemberReading & { kind: 'quarantined' })[];
}

/** Finds all Applications of the gen3 chart, sorted by path. */
export async function findApplications(options: {
  snapshot: RepositorySnapshot;
  paths: readonly string[];
  charts: readonly string[];
  registry: ServiceRegistry;
  helm: HelmRenderer;
  signal: AbortSignal;
}): Promise<FoundApplications> {
  const files = await findApplicationFiles(options);
  const limit = pLimit(MAX_CONCURRENT_RENDERINGS);
  const texts = await Promise.all(
    files.map(file => limit(() => textOf(file, options))),
  );
  const found: FoundApplications = { applications: [], quarantined: [] };
  files.forEach((file, index) => {
    const text = texts[index];
    if (text) addFile(found, { file, text, ...options });
  });
  return found;
}

type FileText = { ok: true; text: string } | { ok: false; finding: Finding };

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
  const { complaint } = rendered;
  return {
    ok: false,
    finding: { severity: 'error', file: file.path, ...complaint },
  };
}

function addFile(
  found: FoundApplications,
  options: {
    file: ApplicationFile;
    text: FileText;
    charts: readonly string[];
    registry: ServiceRegistry;
  },
) {
  const { file, text, charts, registry } = options;
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
  const nameOf = (name: string) => {
    let member = several ? `${path}#${name}` : path;
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
  for (const application of applications) {
    const chart = classifyApplication({ application, charts, registry });
    if (chart.kind === 'other') continue;
    const member = nameOf(application.metadata.name);
    if (chart.kind === 'gen3') {
      const layers = locateValues(application, chart.source);
      found.applications.push({ member, path, application, layers });
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
}
