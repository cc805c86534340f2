import { z } from 'zod';
import { Application, applicationSchema } from './applicationSchema';
import { readYaml } from '../yaml/readYaml';
import { YamlLines } from '../yaml/YamlLines';

/** An Application as a file declares it. */
export interface DeclaredApplication {
  application: Application;
  /** Where the file says what; absent when its text was rendered, whose lines are not the file's. */
  lines?: YamlLines;
}

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
  return text.includes('argoproj.io') && text.split('\n').some(namesKind);
}

/** Looks for the words one after the other: one expression for both would search the rest of the line at each "kind". */
function namesKind(line: string): boolean {
  const at = line.search(/\bkind\b/);
  return at >= 0 && /\bApplication\b/.test(line.slice(at));
}

/** Reads all Applications of a text: several documents, and lists of manifests. */
export function parseApplications(
  text: string,
  options: { isRendered: boolean },
): {
  applications: DeclaredApplication[];
  complaints: ApplicationComplaint[];
} {
  const yaml = readYaml(text);
  if (!yaml.ok) {
    const complaint: ApplicationComplaint = {
      code: 'yaml-broken',
      message: `The file is not valid YAML: ${yaml.message}`,
      fix: 'Correct the YAML at this line',
      line: options.isRendered ? undefined : yaml.line,
    };
    return { applications: [], complaints: [complaint] };
  }
  const applications: DeclaredApplication[] = [];
  const complaints: ApplicationComplaint[] = [];
  yaml.documents.forEach((document, index) => {
    for (const { manifest, at } of flatten(document, '')) {
      const lines = options.isRendered
        ? undefined
        : yaml.lines[index]?.within(at);
      const parsed = applicationSchema.safeParse(manifest);
      if (parsed.success) {
        applications.push({ application: parsed.data, lines });
      } else {
        complaints.push(complainAbout(parsed.error, lines));
      }
    }
  });
  return { applications, complaints };
}

function complainAbout(
  error: z.ZodError,
  lines: YamlLines | undefined,
): ApplicationComplaint {
  const issue = error.issues[0];
  const key = (issue?.path ?? [])
    .map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .slice(1);
  const about = {
    code: 'application-incomplete' as const,
    line: lines?.near(key),
    key,
  };
  if (issue?.code === 'too_big') {
    const unit = issue.origin === 'array' ? 'entries' : 'characters';
    return {
      ...about,
      message: `The Application cannot be read: "${key}" has more than ${issue.maximum} ${unit}`,
      fix: `Shorten "${key}"`,
    };
  }
  return {
    ...about,
    message: `The Application cannot be read: "${key}" is missing or of the wrong type`,
    fix: `Set "${key}" as Argo CD's Application specification says`,
  };
}

/** The manifests of a document that are Applications, each with its path in the document. */
function flatten(
  document: unknown,
  at: string,
): { manifest: unknown; at: string }[] {
  const manifest = manifestSchema.safeParse(document);
  if (!manifest.success) return [];
  const { apiVersion, kind, items } = manifest.data;
  if (kind === 'Application') {
    return apiVersion.startsWith('argoproj.io/')
      ? [{ manifest: document, at }]
      : [];
  }
  return kind.endsWith('List') && items
    ? items.flatMap((item, index) => flatten(item, `${at}.items[${index}]`))
    : [];
}
