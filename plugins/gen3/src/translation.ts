import {
  createTranslationRef,
  TranslationFunction,
} from '@backstage/core-plugin-api/alpha';
import { changeMessages, changesMessages } from './translation/changes';
import { clustersMessages } from './translation/clusters';
import { deploymentMessages } from './translation/deployment';
import { editFieldsMessages } from './translation/editFields';
import { editsMessages } from './translation/edits';
import { fleetMessages } from './translation/fleet';
import { healthMessages } from './translation/health';
import {
  serviceHealthMessages,
  servicesMessages,
} from './translation/services';
import {
  insideMessages,
  jobsMessages,
  workloadsMessages,
} from './translation/inside';
import { launchSummaryMessages } from './translation/launchSummary';
import { previewMessages } from './translation/preview';
import { sharedMessages } from './translation/shared';
import { sourcesMessages } from './translation/sources';
import { wizardMessages } from './translation/wizard';

/**
 * Every text of this plugin's pages and cards, in English. What the backend says (reasons, findings, errors) is not in
 * it.
 *
 * @remarks
 *
 * An adopter replaces words with `createTranslationMessages`, and gives them to the app with `TranslationBlueprint` of
 * `@backstage/plugin-app-react` in the new frontend system, with `__experimentalTranslations` of `createApp` in the
 * legacy one. `createTranslationResource` adds a language in the same way.
 *
 * @example
 * ```ts
 * createTranslationMessages({
 *   ref: gen3TranslationRef,
 *   messages: { 'fleetPage.title': 'All commons' },
 * });
 * ```
 *
 * @public
 */
export const gen3TranslationRef = createTranslationRef({
  id: 'plugin.gen3',
  messages: {
    ...sharedMessages,
    fleetPage: fleetMessages,
    healthCard: healthMessages,
    servicesCard: servicesMessages,
    serviceHealthCard: serviceHealthMessages,
    sourcesPage: sourcesMessages,
    clustersPage: clustersMessages,
    inside: insideMessages,
    workloadsTab: workloadsMessages,
    jobsTab: jobsMessages,
    deploymentTab: deploymentMessages,
    changesPage: changesMessages,
    changePage: changeMessages,
    editsMenu: editsMessages,
    editFields: editFieldsMessages,
    wizard: wizardMessages,
    launchSummary: launchSummaryMessages,
    preview: previewMessages,
  },
});

/** Gives a text of {@link gen3TranslationRef} in the language of the page. */
export type Gen3TranslationFunction = TranslationFunction<
  typeof gen3TranslationRef.T
>;
