import { EventEmitter } from 'node:events';
import type { JobNotification, NotificationChannel, NotificationHandler } from 'agenda';

/**
 * Tells the workers of this process of a job at once; those of others see it when they next look. Agenda connects it
 * with each start and disconnects it with each stop, and there may be several over one store.
 */
export class LocalChannel extends EventEmitter implements NotificationChannel {
  readonly #handlers = new Set<NotificationHandler>();
  #connections = 0;

  get state() {
    return this.#connections > 0 ? 'connected' : 'disconnected';
  }

  async connect() {
    this.#connections++;
    if (this.#connections === 1) this.emit('stateChange', this.state);
  }

  async disconnect() {
    if (this.#connections === 0) return;
    this.#connections--;
    if (this.#connections === 0) this.emit('stateChange', this.state);
  }

  subscribe(handler: NotificationHandler) {
    this.#handlers.add(handler);
    return () => {
      this.#handlers.delete(handler);
    };
  }

  async publish(notification: JobNotification) {
    await Promise.all([...this.#handlers].map(async (handler) => handler(notification)));
  }
}
