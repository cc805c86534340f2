import type { ChangeRecord } from '../ChangeRecord';
import type { StepSight } from './LaunchSight';

/**
 * The step of a change at a host whose wave has come. It is stuck until its author goes on: pull requests are opened by the task of a person, with what
 * the scaffolder may do at the host.
 *
 * @param author - name of who proposed it
 */
export function followOpening(
  { host }: Pick<ChangeRecord, 'host'>,
  author: string,
): StepSight {
  return {
    id: 'proposed',
    state: 'stuck',
    evidence: ['The wave before has succeeded, and its commons answer'],
    advice: {
      likely: `Its pull request at ${host} is to be opened, which the portal does not do without its author.`,
      fix: `${author} opens it: "Open pull request" on the page of the change leads to the template "Open a change". When it is not wanted any more, close it on its page.`,
    },
  };
}
