import { once } from 'node:events';
import { isIP } from 'node:net';
import {
  checkServerIdentity,
  connect,
  SecureContext,
  TLSSocket,
} from 'node:tls';
import { AddressGuard } from './AddressGuard';
import { ConnectAddress, connectAddressOf } from './connectAddressOf';
import { ConnectRule } from './readGen3HttpConfig';
import { RefusedAddressError } from './RefusedAddressError';

/** What every connection of a client shares. */
export interface ConnectPolicy {
  guard: AddressGuard;
  trust: SecureContext;
  connectTo: ConnectRule[];
}

/**
 * Opens a TLS connection: the one place where the portal connects to a commons, so the one place where addresses are
 * guarded. Server name and certificate are the target's, wherever `connectTo` leads. Sessions are not resumed: a
 * resumed one would not show the certificate of today.
 *
 * @throws RefusedAddressError, the resolver's, socket's or TLS error, or the signal's reason.
 */
export async function connectTls(options: {
  target: ConnectAddress;
  policy: ConnectPolicy;
  /** False accepts any certificate; only for looking at it. */
  rejectUnauthorized: boolean;
  signal: AbortSignal;
}): Promise<TLSSocket> {
  const { target, policy, rejectUnauthorized, signal } = options;
  signal.throwIfAborted();
  const { host, port } = connectAddressOf(target, policy.connectTo);
  if (isIP(host) !== 0 && !policy.guard.allows(host)) {
    throw new RefusedAddressError(host, [host]);
  }
  const socket = connect({
    host,
    port,
    lookup: policy.guard.lookup,
    secureContext: policy.trust,
    rejectUnauthorized,
    servername: isIP(target.host) === 0 ? target.host : '',
    checkServerIdentity: (_, certificate) =>
      checkServerIdentity(target.host, certificate),
    ALPNProtocols: ['http/1.1'],
  });
  socket.setNoDelay(true);
  return secured(socket, signal);
}

async function secured(
  socket: TLSSocket,
  signal: AbortSignal,
): Promise<TLSSocket> {
  try {
    await once(socket, 'secureConnect', { signal });
    return socket;
  } catch (error) {
    // Whatever a dying socket still has to say is of no use.
    socket.on('error', () => {});
    socket.destroy();
    signal.throwIfAborted();
    throw error;
  }
}
