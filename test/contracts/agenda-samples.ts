import type { AgendaBackend, JobId, JobParameters } from 'agenda';
import type { ExecutionContext, TestFn } from 'ava';

/** A process of its own that opens the same jobs: arguments of test/support/agenda-holder.ts. */
export type Place = readonly string[];

/** Two backends over the same jobs, of which there are none yet; connected, and closed when the test ends. */
export type AgendaFactory = (
  t: ExecutionContext,
) => Promise<{ readonly backend: AgendaBackend; readonly other: AgendaBackend; readonly place: Place }>;

export type Rig = Awaited<ReturnType<AgendaFactory>> & {
  readonly jobs: AgendaBackend['repository'];
  /** Saves a job that is due a minute ago. */
  save(job?: Partial<JobParameters>, by?: string): Promise<Saved>;
  /** The job as it is stored now. */
  stored(job: { readonly _id?: JobId }): Promise<Saved>;
};
export type Saved = JobParameters & { readonly _id: JobId };

export const minutes = (count: number): Date => new Date(Date.now() + count * 60_000);

export const promiser =
  (test: TestFn, create: AgendaFactory) =>
  (title: string, check: (t: ExecutionContext, rig: Rig) => Promise<void>): void => {
    test(`agenda: ${title}`, async (t) => {
      const made = await create(t);
      const jobs = made.backend.repository;
      const withId = (job: JobParameters | null | undefined): Saved => {
        if (!job?._id) throw new Error('there is no such job');
        return job as Saved;
      };
      await check(t, {
        ...made,
        jobs,
        save: async (job = {}, by) => {
          const whole = {
            name: 'read',
            priority: 0,
            type: 'normal' as const,
            nextRunAt: minutes(-1),
            data: {},
            ...job,
          };
          return withId(await jobs.saveJob(whole, by === undefined ? undefined : { lastModifiedBy: by }));
        },
        stored: async ({ _id }) => withId(await jobs.getJobById(String(_id))),
      });
    });
  };
