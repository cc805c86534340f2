import { isError } from '@backstage/errors';
import type {
  LaunchAnswers,
  LaunchPlan,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  describeChart,
  type HelmRenderer,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { ChangeTargets } from '../changes/ChangeTargets';
import type { FindEditableCommons } from '../edits/EditableCommons';
import { readCommonsInGit } from '../edits/readCommonsInGit';
import type { PreflightCaller } from '../preflight/PreflightService';
import { secretNamesIn } from '../preflight/secrets/secretNamesIn';
import { adaptValues } from './adaptValues';
import { withoutSecrets } from './withoutSecrets';

/** What reading a commons that is cloned needs. */
export interface CloneReaderOptions {
  findCommons: FindEditableCommons;
  targets: Pick<ChangeTargets, 'require'>;
  helm: Pick<HelmRenderer, 'renderChart'>;
  registry: ServiceRegistry;
  /** What follows from answers. */
  planOf: (answers: LaunchAnswers) => LaunchPlan;
}

/** Failures that say why a commons cannot be cloned; others are the portal's trouble. */
const OF_THE_COMMONS = ['NotFoundError', 'InputError', 'ConflictError'];

/** Fills in what a launch takes over of another commons. */
export class CloneReader {
  readonly #options: CloneReaderOptions;

  private constructor(options: CloneReaderOptions) {
    this.#options = options;
  }

  static create(options: CloneReaderOptions): CloneReader {
    return new CloneReader(options);
  }

  /**
   * The answers with the values of the commons that they clone, as git holds them now, under the names of the new one. Whatever a caller wrote
   * there is thrown away. A commons that cannot be cloned is no failure: preflight finds it.
   */
  async fill(
    { cloned, ...answers }: LaunchAnswers,
    caller: PreflightCaller,
  ): Promise<LaunchAnswers> {
    const { mode, cloneOf } = answers;
    if (mode !== 'clone' || cloneOf === undefined) return answers;
    try {
      return {
        ...answers,
        cloned: await this.#read({ ...answers, cloneOf }, caller),
      };
    } catch (error) {
      caller.signal.throwIfAborted();
      if (!isError(error) || !OF_THE_COMMONS.includes(error.name)) throw error;
      const empty = { values: {}, leftOut: [], secrets: [], elsewhere: [] };
      return { ...answers, cloned: { ...empty, notRead: error.message } };
    }
  }

  async #read(
    answers: LaunchAnswers & { cloneOf: string },
    { access, signal }: PreflightCaller,
  ): Promise<NonNullable<LaunchAnswers['cloned']>> {
    const { findCommons, targets, helm, registry, planOf } = this.#options;
    const commons = await findCommons(answers.cloneOf, access);
    const { target, host } = targets.require(commons.source);
    const context = { target, host, helm, signal };
    const { values, layers, chart } = await readCommonsInGit(commons, context);
    const { hostname } = commons;
    const old = { ...answers, hostname };
    const clean = withoutSecrets(values);
    return {
      values: adaptValues(clean.values, {
        from: {
          hostname,
          releaseName: planOf(old).releaseName,
          environment: commons.environment,
        },
        to: planOf(answers),
      }),
      leftOut: clean.leftOut,
      secrets: secretNamesIn(values, registry).map(({ name }) => name),
      elsewhere: layers.flatMap(layer =>
        layer.kind === 'foreign' ? [layer.name] : [],
      ),
      // That of config stands for one that the portal does not know.
      ...(chart === target.chart ? {} : { chart: describeChart(chart) }),
    };
  }
}
