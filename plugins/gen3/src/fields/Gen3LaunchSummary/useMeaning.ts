import { usePreflight } from '../../hooks/usePreflight';
import { usePreview } from '../../hooks/usePreview';
import { askPreflight } from '../../lib/askPreflight';
import { FoundPlaces, placesOfFindings } from '../../lib/placesOfFindings';

/** The first answer of the wizard: with it, the fields ask about every other one, and so does the summary. */
const EARLY = ['hostname'] as const;

/** What the answers mean so far. */
export type Meaning = ReturnType<typeof useMeaning>;

/**
 * What the answers of a form mean so far: what preflight says of them once there is a hostname, and what a preview asks of the cluster once
 * every needed answer is there. Both are asked under the keys of the fields and the review, so nothing is asked twice.
 */
export function useMeaning(formData: unknown) {
  const preflight = usePreflight(formData, EARLY);
  const preview = usePreview(formData);
  const question = askPreflight(formData);
  const previewed = preview.isAsked ? preview.answer : undefined;
  const missing = question.state === 'missing' ? question.missing : [];
  // What stays of earlier answers is about a commons that is not asked for any more.
  const said =
    preflight.question.state === 'ready' ? preflight.answer : undefined;
  const found = (severity: 'error' | 'warning'): FoundPlaces | undefined =>
    said && placesOfFindings({ findings: said.findings, severity, missing });
  return {
    missing,
    preflight,
    preview,
    summary: said?.summary,
    requested: previewed?.rendered ? previewed.summary : undefined,
    /** Why it is not known what is requested, when the chart cannot be rendered. */
    whyNotRendered:
      previewed?.rendered === false ? previewed.whyNotRendered : undefined,
    errors: found('error'),
    warnings: found('warning'),
    /** The newest answers are being asked about. */
    isUpdating:
      (preflight.question.state === 'ready' &&
        !preflight.current &&
        !preflight.error) ||
      (preview.isAsked &&
        !preview.current &&
        (preview.isAsking || !preview.error)),
  };
}
