/** What nothing else fits. */
export const UNKNOWN = 'application/octet-stream';
/** A compound file around a password protected office document of any kind. */
export const ENCRYPTED = 'application/encrypted';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const XLS = 'application/vnd.ms-excel';
