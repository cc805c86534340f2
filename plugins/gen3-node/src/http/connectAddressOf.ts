import { ConnectRule } from './readGen3HttpConfig';

/** Host and port to open a connection to. */
export interface ConnectAddress {
  host: string;
  port: number;
}

/** Applies the first rule whose host is the same or, as `*.suffix`, a domain above; without one nothing changes. */
export function connectAddressOf(
  target: ConnectAddress,
  rules: ConnectRule[],
): ConnectAddress {
  const rule = rules.find(({ host }) =>
    host.startsWith('*.')
      ? target.host.endsWith(host.slice(1))
      : target.host === host,
  );
  return rule ? { host: rule.address, port: rule.port } : target;
}
