import { repeated } from '../capability/repeated.ts';
import type { AnyNotifier, Notifiers } from '../ports/notifier.ts';

/** A started notifier and the plugin that brought it. */
export type ChannelEntry = { readonly plugin: string; readonly notifier: AnyNotifier };

/** A message goes to a channel by its name, so no two plugins may answer to one. Known once they have started. */
export const channelProblems = (entries: readonly ChannelEntry[]): string[] =>
  repeated(entries.map(({ notifier }) => notifier.channel)).map((channel) => {
    const plugins = entries.filter(({ notifier }) => notifier.channel === channel).map(({ plugin }) => plugin);
    return `the channel ${channel} is brought by ${plugins.join(' and ')}: configure one of them`;
  });

export const notifiersOf = (entries: readonly ChannelEntry[]): Notifiers => {
  const byChannel = new Map(entries.map(({ notifier }) => [notifier.channel, notifier]));
  return { all: () => [...byChannel.values()], of: (channel) => byChannel.get(channel) };
};
