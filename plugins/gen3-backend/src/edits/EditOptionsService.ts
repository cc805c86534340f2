import type { EditOptions } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  RecentAnswers,
  withDeadline,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { toInstant } from '../database/columns';
import type { CommonsAccess } from '../permissions/CommonsAccess';
import type { PreflightCaller } from '../preflight/PreflightService';
import { KEEP_MS, READ_MS } from '../preview/HeldFiles';
import { buildEditOptions } from './buildEditOptions';
import { requireValuesFile } from './chooseLayer';
import type { DraftContext } from './draftEdit';
import type { EditableCommons, FindEditableCommons } from './EditableCommons';
import type { EditServiceOptions } from './EditService';
import { isInMaintenance } from './planMaintenance';
import { readCommonsInGit } from './readCommonsInGit';

/** What telling the beginnings of edits needs. */
export interface EditOptionsServiceOptions
  extends Omit<DraftContext, 'signal'>,
    Pick<EditServiceOptions, 'findOpenChange'> {
  findCommons: FindEditableCommons;
  /** The hostname of a commons in the fleet. @throws NotFoundError when there is none, or the caller may not see it. */
  hostnameOf: (entityRef: string, access: CommonsAccess) => Promise<string>;
  now?: () => number;
}

/** Tells what an edit of a commons begins with, or why there can be none. */
export class EditOptionsService {
  readonly #options: EditOptionsServiceOptions;
  readonly #inGit: RecentAnswers<Omit<EditOptions, 'openChange'>>;
  readonly #now: () => number;

  private constructor(options: EditOptionsServiceOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#inGit = RecentAnswers.create({
      keepMs: KEEP_MS,
      keepFailureMs: 0,
      maxEntries: 200,
      now: this.#now,
    });
  }

  static create(options: EditOptionsServiceOptions): EditOptionsService {
    return new EditOptionsService(options);
  }

  /**
   * What git says now of a commons that the caller may see, or said half a minute ago, and its open change.
   *
   * @throws NotFoundError, InputError and ConflictError where every edit of it would be refused, as edits do. One without a values file can
   * still be removed once it is stood down.
   */
  async get(
    entityRef: string,
    { access, signal }: PreflightCaller,
  ): Promise<EditOptions> {
    const { hostnameOf, findCommons, findOpenChange } = this.#options;
    const hostname = await hostnameOf(entityRef, access);
    const commons = await findCommons(hostname, access);
    const inGit = await withDeadline({ signals: [signal] }, () =>
      this.#inGit.get(JSON.stringify(commons), () => this.#read(commons)),
    );
    const open = await findOpenChange(hostname);
    if (!open) return inGit;
    const { id, title, author, state } = open;
    return { ...inGit, openChange: { id, title, author, state } };
  }

  async #read(commons: EditableCommons) {
    const { targets, helm, registry } = this.#options;
    const inGit = await readCommonsInGit(commons, {
      ...targets.require(commons.source),
      helm,
      // Not the caller's: others may wait for the same.
      signal: AbortSignal.timeout(READ_MS),
    });
    // One that is stood down can still be removed, which takes no values file.
    if (!isInMaintenance(inGit)) requireValuesFile(inGit.layers);
    return {
      ...buildEditOptions(inGit, registry),
      asOf: toInstant(this.#now()),
    };
  }
}
