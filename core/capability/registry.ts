import { z } from 'zod';
import type { AnyCapability, Surface } from './capability.ts';

/** Every capability of this process, by name. */
export type CapabilityRegistry = {
  readonly all: readonly AnyCapability[];
  get(name: string): AnyCapability | undefined;
  on(surface: Surface): readonly AnyCapability[];
};

export const createRegistry = (capabilities: readonly AnyCapability[]): CapabilityRegistry => {
  const all = [...capabilities].sort((a, b) => a.name.localeCompare(b.name));
  const byName = new Map(all.map((capability) => [capability.name, capability]));
  return {
    all,
    get: (name) => byName.get(name),
    on: (surface) => all.filter((capability) => capability.surfaces?.includes(surface) ?? true),
  };
};

/** JSON Schema (2020-12) of what a caller sends. */
export const inputJsonSchema = (capability: AnyCapability): Record<string, unknown> =>
  z.toJSONSchema(capability.input, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>;

/** JSON Schema (2020-12) of what comes back. */
export const outputJsonSchema = (capability: AnyCapability): Record<string, unknown> =>
  z.toJSONSchema(capability.output, { io: 'output', unrepresentable: 'any' }) as Record<string, unknown>;
