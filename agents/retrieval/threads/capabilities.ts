import { z } from 'zod';
import { defineCapability } from '../../../core/capability/capability.ts';
import { outcomeSchema } from '../answer/outcome.ts';
import type { RetrievalPorts } from '../ports.ts';
import { threads } from './records.ts';
import { deleteThread, loadThread, loadTurns } from './store.ts';

const threadFields = {
  thread_id: z.string(),
  title: z.string().describe('The first question.'),
  turns: z.int().nonnegative(),
  document_ids: z.array(z.string()).describe('Documents that it is about; all when empty.'),
  created_at: z.string(),
  updated_at: z.string(),
};

type Ports = Pick<RetrievalPorts, 'records' | 'clock'>;

export const threadCapabilities = (ports: Ports) =>
  [listThreads(ports), showThread(ports), removeThread(ports)] as const;

const listThreads = ({ records }: Ports) =>
  defineCapability({
    name: 'threads.list',
    title: 'Threads',
    summary: 'Lists the conversations, the latest first.',
    input: z.strictObject({
      limit: z.int().min(1).max(200).default(50),
      after: z.string().optional().describe('`next` of the page before.'),
    }),
    output: z.object({ threads: z.array(z.object(threadFields)), next: z.string().optional() }),
    scope: 'threads:read',
    effect: 'read',
    idempotent: true,
    http: { method: 'get', path: '/threads' },
    render: ({ threads: found }, style) =>
      found.length === 0
        ? 'No threads. Begin one: dossier ask "…" --thread new'
        : found
            .map(
              ({ thread_id, title, turns, updated_at }) =>
                `${style.bold(thread_id)}  ${title}\n${style.dim(`  ${turns} questions, last ${updated_at}`)}`,
            )
            .join('\n'),
    run: async ({ limit, after }, { principal }) => {
      const page = await records.find(principal, threads, {
        orderBy: { field: 'updatedAt', direction: 'desc' },
        limit,
        ...(after === undefined ? {} : { after }),
      });
      return {
        threads: page.items.map(({ id, value }) => ({
          thread_id: id,
          title: value.title,
          turns: value.turns,
          document_ids: value.documentIds,
          created_at: value.createdAt,
          updated_at: value.updatedAt,
        })),
        ...(page.next === undefined ? {} : { next: page.next }),
      };
    },
  });

const threadField = { thread: z.string().min(1).max(100).describe('The id of the thread.') };

const showThread = (ports: Ports) =>
  defineCapability({
    name: 'threads.show',
    title: 'Thread',
    summary: 'Shows the questions and answers of a conversation.',
    input: z.strictObject(threadField),
    output: z.object({
      ...threadFields,
      entries: z.array(z.object({ question: z.string(), asked_at: z.string(), outcome: outcomeSchema })),
    }),
    scope: 'threads:read',
    effect: 'read',
    idempotent: true,
    http: { method: 'get', path: '/threads/{thread}' },
    cli: { positionals: ['thread'] },
    render: ({ entries }, style) =>
      entries.map(({ question, outcome }) => `${style.bold(question)}\n${outcome.answer}`).join('\n\n'),
    run: async (input, { principal }) => {
      const { id, value } = await loadThread(ports, principal, input.thread);
      const entries = await loadTurns(ports, principal, id);
      return {
        thread_id: id,
        title: value.title,
        turns: value.turns,
        document_ids: value.documentIds,
        created_at: value.createdAt,
        updated_at: value.updatedAt,
        entries: entries.map((turn) => ({
          question: turn.value.question,
          asked_at: turn.value.askedAt,
          outcome: turn.value.outcome,
        })),
      };
    },
  });

const removeThread = (ports: Ports) =>
  defineCapability({
    name: 'threads.delete',
    title: 'Delete a thread',
    summary: 'Deletes a conversation with its questions and answers; documents stay.',
    input: z.strictObject(threadField),
    output: z.object({ thread_id: z.string(), turns: z.int().nonnegative().describe('How many were deleted.') }),
    scope: 'threads:write',
    effect: 'destructive',
    http: { method: 'delete', path: '/threads/{thread}' },
    cli: { positionals: ['thread'] },
    render: ({ thread_id, turns }) => `Deleted ${thread_id} with ${turns} questions.`,
    run: async (input, { principal }) => ({
      thread_id: input.thread,
      turns: await deleteThread(ports, principal, input.thread),
    }),
  });
