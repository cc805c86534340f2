import type {
  PreviewResponse,
  PreviewRisk,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { withDeadline } from '@gen3-csoc/backstage-plugin-gen3-node';
import type { PreflightCaller } from '../preflight/PreflightService';
import type { PreviewService } from '../preview/PreviewService';
import { asPlainMarkdown } from './asPlainMarkdown';
import type { ChangeRecord } from './ChangeRecord';

/** What may go wrong with a change, for its reviewers: lines of Markdown, never none. */
export type DescribeRisks = (
  asked: ChangeRecord['request'],
  caller: PreflightCaller,
) => Promise<string[]>;

/** Who proposes has just looked at the preview, which is kept; anew it takes a few seconds. */
const TIMEOUT_MS = 30_000;

/** Lines that a reviewer reads. */
const MAX_LINES = 20;

/** Reads the risks off the preview of a change. A preview that there is not keeps nobody from proposing, and is told. */
export function createDescribeRisks(
  preview: Pick<PreviewService, 'preview'>,
): DescribeRisks {
  return async (asked, { access, signal }) => {
    const request =
      asked.kind === 'launch' ? { answers: asked.answers } : { edit: asked };
    try {
      return linesOf(
        await withDeadline(
          { signals: [signal], timeoutMs: TIMEOUT_MS },
          inTime => preview.preview(request, { access, signal: inTime }),
        ),
      );
    } catch (error) {
      signal.throwIfAborted();
      return [notKnown(error instanceof Error ? error.message : String(error))];
    }
  };
}

function linesOf(preview: PreviewResponse): string[] {
  if (!preview.rendered) return [notKnown(preview.whyNotRendered)];
  const { risks } = preview;
  if (risks.length === 0) {
    return ['None seen in what the chart makes of it'];
  }
  const lines = risks.map(lineOf);
  return lines.length > MAX_LINES
    ? [...lines.slice(0, MAX_LINES), `And ${lines.length - MAX_LINES} more`]
    : lines;
}

function lineOf({ severity, what, why, object }: PreviewRisk): string {
  return `**${severity}**: ${asPlainMarkdown(
    `${what}. ${why} (${object.kind} ${object.name})`,
  )}`;
}

function notKnown(why: string): string {
  return `Not known: ${asPlainMarkdown(why)}`;
}
