import { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { RepositorySnapshot } from '../repository/RepositorySnapshot';
import {
  ApplicationSource,
  isSameRepository,
  trimSlashes,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import {
  addApplicationFile,
  addFilesTooLarge,
  FileText,
  FoundApplications,
} from './addApplicationFile';
import { ApplicationFile, findApplicationFiles } from './findApplicationFiles';
import { RenderedFile } from './renderTemplate';
import { TemplateRenderer } from './TemplateRenderer';

/** Finds all Applications of the gen3 chart, sorted by path. */
export async function findApplications(options: {
  snapshot: RepositorySnapshot;
  /** URLs that the repository has. */
  urls: readonly string[];
  paths: readonly string[];
  charts: readonly string[];
  registry: ServiceRegistry;
  renderer: TemplateRenderer;
  signal: AbortSignal;
}): Promise<FoundApplications> {
  const { files, umbrellas, tooLarge } = await findApplicationFiles(options);
  const isOurs = (url: string) =>
    options.urls.some(own => /^file:/i.test(own) || isSameRepository(own, url));
  const umbrellaOf = ({ path, repoURL = '' }: ApplicationSource) =>
    path !== undefined && isOurs(repoURL)
      ? umbrellas.get(trimSlashes(path))
      : undefined;
  const rendered = await options.renderer.render({ ...options, files });
  const found: FoundApplications = {
    applications: [],
    quarantined: [],
    other: [],
    passing: [...rendered.values()].some(each => !each.ok && each.passing),
  };
  for (const file of files) {
    const text = textOf(file, rendered.get(file.path));
    addApplicationFile(found, { file, text, umbrellaOf, ...options });
  }
  addFilesTooLarge(found, tooLarge);
  return found;
}

function textOf(
  file: ApplicationFile,
  rendered: RenderedFile | undefined,
): FileText {
  if (!rendered) return { ok: true, text: file.text };
  if (rendered.ok) return rendered;
  const { complaint, passing } = rendered;
  return {
    ok: false,
    finding: { severity: 'error', file: file.path, ...complaint },
    passing,
  };
}
