import {
  type CheckState,
  type CommonsHealthResponse,
  readCheck,
  type ReadingTime,
} from '@gen3-csoc/backstage-plugin-gen3-common';

type Certificate = NonNullable<CommonsHealthResponse['certificate']>;

const MS_PER_DAY = 86_400_000;

/** The certificate as the `tls` check saw it, unknown when that was too long ago; `undefined` when nobody looked yet. */
export function describeCertificate(
  states: CheckState[],
  time: ReadingTime,
): Certificate | undefined {
  const state = states.find(({ checkId }) => checkId === 'tls');
  if (!state) {
    return undefined;
  }
  const { status, reason } = readCheck(state, time);
  const { validTo, issuer } = state.last.evidence.details ?? {};
  const endsAt = validTo === undefined ? NaN : Date.parse(validTo);
  return {
    status,
    reason,
    issuer,
    ...(Number.isNaN(endsAt)
      ? {}
      : {
          validTo: new Date(endsAt).toISOString(),
          daysLeft: Math.floor((endsAt - time.now.getTime()) / MS_PER_DAY),
        }),
  };
}
