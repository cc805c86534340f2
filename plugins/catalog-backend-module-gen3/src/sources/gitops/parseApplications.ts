import { z } from 'zod';
import { Application, applicationSchema } from './applicationSchema';
import { readYaml } from './readYaml';

/** What is wrong with a file that should declare Applications. */
export interface ApplicationComplaint {
  code: 'yaml-broken' | 'application-incomplete';
  message: string;
  fix: string;
  line?: number;
  key?: string;
}

const manifestSchema = z.object({
  apiVersion: z.string(),
  kind: z.string(),
  items: z.array(z.unknown()).nullish(),
});

/**
 * Cheap test that keeps thousands of other YAML files from being parsed. It asks for no more than the words, so that a file
 * whose YAML is broken right there is still read, and complained about.
 */
export function mayDeclareApplications(text: string): boolean {
  return text.includes('argoproj.io') && /\bkind\b.*\bApplication\b/.test(text);
}

/** Reads all Applications of a text: several documents, and lists of manifests. */
export function parseApplications(text: string): {
  applications: Application[];
  complaints: ApplicationComplaint[];
} {
  const yaml = readYaml(text);
  if (!yaml.ok) {
    const complaint: ApplicationComplaint = {
      code: 'yaml-broken',
      message: `The file is not valid YAML: ${yaml.message}`,
      fix: 'Correct the YAML at this line',
      line: yaml.line,
    };
    return { applications: [], complaints: [complaint] };
  }
  const applications: Application[] = [];
  const complaints: ApplicationComplaint[] = [];
  for (const manifest of yaml.documents.flatMap(flatten)) {
    const parsed = applicationSchema.safeParse(manifest);
    if (parsed.success) {
      applications.push(parsed.data);
    } else {
      const issue = parsed.error.issues[0];
      const key = issue?.path.join('.');
      complaints.push({
        code: 'application-incomplete',
        message: `The Application cannot be read: "${key}" is missing or of the wrong type`,
        fix: `Set "${key}" as Argo CD's Application specification says`,
        key,
      });
    }
  }
  return { applications, complaints };
}

/** The manifests of a document that are Applications. */
function flatten(document: unknown): unknown[] {
  const manifest = manifestSchema.safeParse(document);
  if (!manifest.success) return [];
  const { apiVersion, kind, items } = manifest.data;
  if (kind === 'Application') {
    return apiVersion.startsWith('argoproj.io/') ? [document] : [];
  }
  return kind.endsWith('List') && items ? items.flatMap(flatten) : [];
}
