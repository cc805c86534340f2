import type {
  EditRequest,
  PreflightCheckResult,
  PreflightFinding,
  PreflightResponse,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ChangeRecord } from '../changes/ChangeRecord';
import { waitFor } from '../changes/hasOpenChange';
import { toInstant } from '../database/columns';
import type {
  PreflightCaller,
  PreflightService,
} from '../preflight/PreflightService';
import { type DraftContext, draftEdit, type EditDraft } from './draftEdit';
import type { FindEditableCommons } from './EditableCommons';
import { findingOf } from './findingOf';
import { findShared } from './planEdit';

/** What judging edits needs. */
export interface EditServiceOptions extends Omit<DraftContext, 'signal'> {
  findCommons: FindEditableCommons;
  preflight: Pick<PreflightService, 'compare'>;
  /** The change of a commons that has not ended. */
  findOpenChange: (hostname: string) => Promise<OpenChange | undefined>;
  now?: () => number;
}

/** A change that keeps others from its commons. */
type OpenChange = Pick<ChangeRecord, 'id' | 'title' | 'author' | 'state'>;

/** An edit that could be proposed, with everything that is known of it. */
export interface JudgedEdit extends EditDraft {
  /** What the edit brings, the worst first; what is so already is no reason against it. */
  findings: PreflightFinding[];
  checks: PreflightCheckResult[];
}

const SEVERITIES = ['error', 'warning', 'info'];

/** Works out what an edit of a commons would do to its files, and judges it. */
export class EditService {
  readonly #options: EditServiceOptions;
  readonly #now: () => number;

  private constructor(options: EditServiceOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  static create(options: EditServiceOptions): EditService {
    return new EditService(options);
  }

  /**
   * Reads the commons anew and judges an edit of it; nothing is changed.
   *
   * @throws NotFoundError, InputError and ConflictError for commons and edits that it cannot be done with, and when nothing would change.
   */
  async judge(edit: EditRequest, caller: PreflightCaller): Promise<JudgedEdit> {
    const { findCommons } = this.#options;
    const { access, signal } = caller;
    const commons = await findCommons(edit.hostname, access);
    const draft = await draftEdit(edit, commons, { ...this.#options, signal });
    const { inGit, plan, files } = draft;
    const found = await this.#compare(draft, caller);
    const findings = [
      ...found.findings,
      ...plan.findings,
      ...findShared(inGit, files),
    ];
    return {
      ...draft,
      findings: SEVERITIES.flatMap(severity =>
        findings.filter(finding => finding.severity === severity),
      ),
      checks: found.checks,
    };
  }

  /** What {@link judge} says, for whoever thinks of proposing it. @throws as it does. */
  async check(
    edit: EditRequest,
    caller: PreflightCaller,
  ): Promise<PreflightResponse> {
    const { inGit, plan, files, findings, checks } = await this.judge(
      edit,
      caller,
    );
    const open = await this.#options.findOpenChange(inGit.commons.hostname);
    return {
      findings: open ? [changeOpen(open), ...findings] : findings,
      checks,
      edit: {
        title: plan.title,
        entityRef: inGit.commons.entityRef,
        files: files.map(({ path }) => path),
        leftovers: plan.leftovers,
      },
      asOf: toInstant(this.#now()),
    };
  }

  /** Values of what is removed are nobody's concern. */
  async #compare({ inGit, plan, values }: EditDraft, caller: PreflightCaller) {
    if (plan.removes.length > 0) return { findings: [], checks: [] };
    const { commons, chart, application } = inGit;
    const { releaseName, namespace = 'default' } = application;
    return this.#options.preflight.compare(
      {
        before: inGit.values,
        after: values,
        tier: commons.tier,
        deployed: { chart, releaseName, namespace },
      },
      caller,
    );
  }
}

function changeOpen(open: OpenChange): PreflightFinding {
  const { id, title, author } = open;
  return findingOf({
    id: 'change-open',
    severity: 'error',
    what: `The commons has a change that has not ended: "${title}" by ${author}`,
    why: 'A commons has one change at a time: this one would be worked out from files that the open one is about to alter.',
    fix: `${waitFor(open)}: /changes/${id}`,
  });
}
