import { DossierError } from '../errors/error.ts';

/**
 * Throws `package_missing` where a package that is not part of the default installation is absent. Finds it without
 * running it, so that a plugin can say so when it starts and import the package when it is first used.
 */
export const requireInstalled = (name: string): void => {
  try {
    import.meta.resolve(name);
  } catch (cause) {
    throw new DossierError('package_missing', { package: name }, { cause });
  }
};
