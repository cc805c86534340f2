import type {
  ChangeDetails,
  DryRunChange,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { z } from 'zod/v3';

/** What an action says of the change that it proposed or opened. */
export const changeOutputs = {
  changeId: (zod: typeof z) => zod.string().describe('Id of the change'),
  changePath: (zod: typeof z) =>
    zod.string().describe('Path of its page in the portal'),
  hostname: (zod: typeof z) => zod.string().describe('Hostname of the commons'),
  entityRef: (zod: typeof z) =>
    zod.string().describe('Entity reference of the commons'),
  title: (zod: typeof z) => zod.string().describe('Title of the change'),
  branch: (zod: typeof z) =>
    zod
      .string()
      .describe(
        'Branch for the files; at a host it is made with the pull request',
      ),
  url: (zod: typeof z) =>
    zod
      .string()
      .describe(
        'Page of the pull request, or the one on which a person opens it (Azure DevOps, Gitea); empty: it is reviewed in the portal, or waits for others',
      ),
  files: (zod: typeof z) =>
    zod.array(zod.string()).describe('Paths of the files that change'),
};

/** {@link changeOutputs} of a change; JSON, so that a checkpoint can keep it. */
export function outputsOfChange(change: ChangeDetails) {
  const { id, hostname, entityRef, title, branch, url, files } = change;
  return {
    changeId: id,
    changePath: `/changes/${id}`,
    hostname,
    entityRef,
    title,
    branch,
    url: url ?? '',
    files: files.map(({ path }) => path),
  };
}

/** {@link changeOutputs} of a change that a dry run does not propose. */
export function outputsOfDryRun(change: DryRunChange) {
  return {
    ...change,
    changeId: 'dry-run',
    changePath: '/changes',
    branch: 'dry-run',
    url: '',
  };
}

/** Outputs of one change. */
export type ChangeOutputs = ReturnType<typeof outputsOfChange>;

/** Tells the task {@link changeOutputs}, one by one: each has a type of its own. */
export function sayOutputs(
  { output }: OutputContext,
  outputs: ChangeOutputs,
): void {
  output('changeId', outputs.changeId);
  output('changePath', outputs.changePath);
  output('hostname', outputs.hostname);
  output('entityRef', outputs.entityRef);
  output('title', outputs.title);
  output('branch', outputs.branch);
  output('url', outputs.url);
  output('files', outputs.files);
}

/** The context of an action, as far as it takes outputs. */
interface OutputContext {
  output: <K extends keyof ChangeOutputs>(
    name: K,
    value: ChangeOutputs[K],
  ) => void;
}
