/** What plugin authors import: `import { definePlugin } from 'dossier'`. Everything else is private. */
export { z } from 'zod';
export { type CallContext, type Capability, defineCapability, type TextStyle } from './capability/capability.ts';
export type { Documents, Evidence } from './document/documents.ts';
export {
  type Block,
  type BlockKind,
  type Box,
  type Cell,
  type ChildDocument,
  type Link,
  type Page,
  type ParsedDocument,
  type ParsedDocumentInput,
  type ParseWarning,
  WORD_STRIDE,
} from './document/parsed.ts';
export type { Passage } from './document/passage.ts';
export type { DocumentRecord, StoredDocument } from './document/record.ts';
export { type Unit, unitsOf } from './document/units.ts';
export { DossierError, type ErrorDetails } from './errors/error.ts';
export type { ErrorCode } from './errors/table.ts';
export type { Principal, Scope } from './identity/principal.ts';
export {
  type Agent,
  type DocumentEvent,
  defineDetector,
  defineNotifier,
  definePlugin,
  PLUGIN_API,
  type Plugin,
} from './plugin/define.ts';
export { requireInstalled } from './plugin/installed.ts';
export type { PluginPorts } from './plugin/ports.ts';
export type {
  ClauseAccess,
  ClauseModel,
  ClauseReading,
  ClauseType,
  ClauseUnit,
  StatedClause,
  TypeProbability,
} from './ports/clauses.ts';
export type { Clock } from './ports/clock.ts';
export {
  type AnyDetector,
  type Detected,
  type Detector,
  type DetectorInput,
  type Detectors,
  type DocumentKind,
  documentKinds,
  type NamedDetector,
  type Party,
  type ReadDocument,
  type ReadUnit,
  type RiskCategory,
  riskCategories,
  type Severity,
  severities,
} from './ports/detector.ts';
export type { Embedder } from './ports/embedder.ts';
export type { Logger } from './ports/logger.ts';
export type { Model, ModelRequest } from './ports/model.ts';
export type { Message, Notifier, SendOutcome } from './ports/notifier.ts';
export type { OcrSettings, ParseContext, ParseLimits, Parser, SniffedFile } from './ports/parser.ts';
export type { VectorSpace } from './ports/passages.ts';
export {
  type Collection,
  insert,
  type RecordPage,
  type RecordQuery,
  type Records,
  remove,
  type Stored,
  update,
  type Write,
} from './ports/records.ts';
export type { Schedule, WakeHandler } from './ports/schedule.ts';
export type { Span } from './text/span.ts';
