import type { ErrorEntry } from './entry.ts';

/** How Dossier is set up: configuration, plugins, models. */
export const setupErrors = {
  config_invalid: {
    kind: 'invalid',
    message: 'The configuration is not valid: {problems}.',
    hint: 'Correct the named settings; dossier config --help lists them all.',
  },
  plugins_invalid: {
    kind: 'invalid',
    message: 'The plugins cannot be loaded: {problems}.',
    hint: 'Correct or remove the named plugins in the configuration.',
  },
  parsers_unavailable: {
    kind: 'unavailable',
    message: 'No process for parsers starts ({reason}).',
    hint: 'Check the installation. Packages that are links to other folders are out of reach for parsers; npm ci puts them in place.',
    retryable: true,
  },
  parser_not_started: {
    kind: 'unavailable',
    message: 'The parser {parser} does not start: {problem}.',
    hint: 'Correct it, or remove it from plugins.external.',
  },
  address_unusable: {
    kind: 'unavailable',
    message: 'Nothing can be served at {address} ({reason}).',
    hint: 'Stop what uses it, or choose another address: dossier serve --port 0 takes a free port.',
  },
  package_missing: {
    kind: 'unavailable',
    message: 'This needs the optional package {package}, which is not installed.',
    hint: 'Install it: npm install {package}.',
  },
  model_missing: {
    kind: 'unavailable',
    message: 'The model {model} was not found in {folder}.',
    hint: 'Put the model there, or point the setting at the folder that holds it.',
  },
  model_unreachable: {
    kind: 'unavailable',
    message: 'The model endpoint did not answer ({reason}).',
    hint: 'Check the endpoint and its address, then call again.',
    retryable: true,
  },
  model_refused: {
    kind: 'unavailable',
    message: 'The model endpoint refused the request (status {status}).',
    hint: 'Check the key, the name of the model and the quota at the provider.',
  },
  model_invalid: {
    kind: 'unavailable',
    message: 'The model endpoint answered with something that cannot be used: {problem}.',
    hint: 'Check that the endpoint speaks the OpenAI protocol and that the model fits the task.',
  },
  clauses_missing: {
    kind: 'unavailable',
    message: 'No clause model runs.',
    hint: 'Name one in the setting clauses; dossier plugins list says which there are and why one does not run.',
  },
  clauses_failed: {
    kind: 'unavailable',
    message: 'The clause model {model} could not read the document: {problem}.',
    hint: 'Report this to the author of the plugin. The document is searched without what the model knows.',
  },
} as const satisfies Record<string, ErrorEntry>;
