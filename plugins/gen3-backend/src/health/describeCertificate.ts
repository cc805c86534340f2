import type {
  CheckState,
  CommonsHealthResponse,
} from '@gen3-csoc/backstage-plugin-gen3-common';

type Certificate = NonNullable<CommonsHealthResponse['certificate']>;

const MS_PER_DAY = 86_400_000;

/** The certificate as the `tls` check saw it; `undefined` when nobody looked yet. */
export function describeCertificate(
  states: CheckState[],
  now: number,
): Certificate | undefined {
  const state = states.find(({ checkId }) => checkId === 'tls');
  if (!state) {
    return undefined;
  }
  const { validTo, issuer } = state.last.evidence.details ?? {};
  const endsAt = validTo === undefined ? NaN : Date.parse(validTo);
  return {
    status: state.outcome,
    reason: state.reason,
    issuer,
    ...(Number.isNaN(endsAt)
      ? {}
      : {
          validTo: new Date(endsAt).toISOString(),
          daysLeft: Math.floor((endsAt - now) / MS_PER_DAY),
        }),
  };
}
