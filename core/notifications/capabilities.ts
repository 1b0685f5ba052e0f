import type { AnyCapability } from '../capability/capability.ts';
import { channelCapabilities } from './capabilities/channels.ts';
import { logCapabilities } from './capabilities/log.ts';
import { preferenceCapabilities } from './capabilities/preferences.ts';
import type { NotificationParts } from './parts.ts';

/** What people can see and set of how they are told things. */
export const notificationCapabilities = (parts: NotificationParts): readonly AnyCapability[] => [
  ...preferenceCapabilities(parts),
  ...channelCapabilities(parts),
  ...logCapabilities(parts),
];
