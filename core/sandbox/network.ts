import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';
import { refuse } from './refuse.ts';

/**
 * Takes the network away in JavaScript, for a Node whose permission model cannot: everything that speaks to another
 * machine (fetch, http, tls, WebSocket) goes through one of these. The socket to the host is connected already.
 */
export const closeNetwork = (): void => {
  replace(net.Socket.prototype, ['connect']);
  replace(net.Server.prototype, ['listen', '_listen2']);
  replace(dgram.Socket.prototype, ['bind', 'send', 'connect']);
  for (const names of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    replace(
      names,
      Object.getOwnPropertyNames(names).filter((name) => /^(?:lookup|lookupService|resolve|reverse)/.test(name)),
    );
  }
};

const replace = (target: object, names: readonly string[]): void => {
  for (const name of names)
    Object.defineProperty(target, name, { value: refuse, writable: false, configurable: false });
};
