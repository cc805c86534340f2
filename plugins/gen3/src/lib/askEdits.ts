import {
  EditRequest,
  editRequestSchema,
  editsOfForm,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { asRecord } from './asRecord';
import { PreflightQuestion } from './askPreflight';

/** What a form can ask to be different about commons. */
export const EDIT_KINDS = [
  'upgrade',
  'maintenance',
  'scale',
  'retire',
] as const satisfies readonly EditRequest['kind'][];

/** One edit of a form, as preflight and preview are asked about it. */
export interface AskedEdit {
  hostname: string;
  /** From 0; without waves there is only one. */
  wave: number;
  question: PreflightQuestion;
}

/** Makes a question of each edit that a form asks for; of none while nobody chose a commons: that is missing then. */
export function askEdits(
  kind: EditRequest['kind'],
  formData: unknown,
): AskedEdit[] {
  const form = asRecord(formData);
  const waves: unknown[] = Array.isArray(form.waves) ? form.waves : [];
  const waveOf = waves.flatMap((wave, index) =>
    Array.isArray(wave) ? wave.map(() => index) : [index],
  );
  const edits = editsOfForm(kind, form).map((edit, index) => ({
    hostname: String(edit.hostname),
    wave: waveOf[index] ?? 0,
    question: askEdit(edit),
  }));
  return edits.length > 0
    ? edits
    : [
        {
          hostname: '',
          wave: 0,
          question: { state: 'missing', missing: ['hostname'] },
        },
      ];
}

function askEdit(edit: Record<string, unknown>): PreflightQuestion {
  const parsed = editRequestSchema.safeParse(edit);
  if (parsed.success) return { state: 'ready', request: { edit: parsed.data } };
  const names = parsed.error.issues.flatMap(issue =>
    issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])],
  );
  return { state: 'malformed', answers: [...new Set(names)].sort() };
}
