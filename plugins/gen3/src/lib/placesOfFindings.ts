import { PreflightFinding } from '@gen3-csoc/backstage-plugin-gen3-common';

/** How many findings of one severity there are, and what they are about. */
export interface FoundPlaces {
  count: number;
  /** Answers, or keys of values where no answer decides them, each once, in the order of the findings. */
  places: string[];
}

/** Counts findings of one severity and says where they are; without those about answers that nobody has come to yet. */
export function placesOfFindings(options: {
  findings: PreflightFinding[];
  severity: PreflightFinding['severity'];
  /** Answers that are still missing. */
  missing: readonly string[];
}): FoundPlaces {
  const { findings, severity, missing } = options;
  const found = findings.filter(
    ({ where, ...finding }) =>
      finding.severity === severity && !missing.includes(where.field ?? ''),
  );
  const places = found.flatMap(({ where }) => where.field ?? where.key ?? []);
  return { count: found.length, places: [...new Set(places)] };
}
