/**
 * Asynchronous invocations: they begin, take their time, and leave their output in memory under its S3 address,
 * and in a folder where there is one.
 *
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_StartAsyncInvoke.html
 */
import type { AsyncInvokeStatus, AsyncInvokeSummary, StartAsyncInvokeRequest } from '@bedrock-kit/protocol';
import { drawn, stableId, stableUuid } from '../digest.ts';
import { ServiceError } from '../service-error.ts';

/** The files that an invocation makes, by name, or the reason why it failed. */
export type JobOutput =
  | { readonly files: Readonly<Record<string, Uint8Array>> }
  | { readonly failure: string };

/** @param folder - the S3 address of the folder that the files will lie in */
export type JobWork = (folder: string) => Promise<JobOutput>;

interface Job {
  /** How many invocations were started before it. */
  readonly place: number;
  readonly summary: AsyncInvokeSummary;
  /** Of what was asked for. A digest, because a job is kept and may have been given megabytes. */
  readonly fingerprint: string;
  readonly endsAt: number;
  /** The output when it has been written; undefined as long as there is none. */
  stored: Promise<JobOutput> | undefined;
  /** The S3 addresses of its output. */
  readonly addresses: string[];
}

/** Beyond these, ended invocations and their objects are forgotten, the oldest first. */
const mostJobs = 1000;
const mostBytes = 128 * 1024 * 1024;

export interface JobSettings {
  readonly region: string;
  readonly accountId: string;
  readonly now: () => Date;
  /** How long an invocation takes at least. */
  readonly durationMs: number;
  /** A folder that objects are written to as well. */
  readonly folder: string | undefined;
}

export class AsyncJobs {
  /** S3 address → content. */
  readonly objects: Map<string, Uint8Array> = new Map<string, Uint8Array>();
  readonly #settings: JobSettings;
  readonly #jobs = new Map<string, Job>();
  #started = 0;
  #bytes = 0;

  constructor(settings: JobSettings) {
    this.#settings = settings;
  }

  /**
   * @param work - makes the output; it begins at once
   * @throws {ServiceError} `ConflictException` for a token that began another invocation
   */
  start(request: StartAsyncInvokeRequest, modelArn: string, work: JobWork): string {
    const { clientRequestToken, outputDataConfig } = request;
    const fingerprint = stableUuid(JSON.stringify([request.modelId, request.modelInput, outputDataConfig]));
    const earlier = [...this.#jobs.values()].find(
      ({ summary }) => clientRequestToken !== undefined && summary.clientRequestToken === clientRequestToken,
    );
    if (earlier !== undefined) {
      if (earlier.fingerprint === fingerprint) return earlier.summary.invocationArn;
      throw new ServiceError(
        'ConflictException',
        'The client request token was already used to start an invocation with other parameters.',
      );
    }
    const { region, accountId, now, durationMs, folder } = this.#settings;
    const place = this.#started;
    // In a folder lies what other servers, or this one before it was started again, have written of the same request.
    const id = stableId(`${fingerprint}/${place}${folder === undefined ? '' : drawn()}`, 12).toLowerCase();
    this.#started += 1;
    const submitTime = now();
    const { s3OutputDataConfig } = outputDataConfig;
    // Every invocation has a folder of its own, and its answers name that one: AWS's samples put a file's name behind it.
    // https://github.com/awsdocs/aws-doc-sdk-examples/blob/main/python/example_code/bedrock-runtime/models/amazon_nova/amazon_nova_reel/text_to_video.py
    const s3Uri = `${s3OutputDataConfig.s3Uri.replace(/\/$/, '')}/${id}`;
    const job: Job = {
      place,
      summary: {
        invocationArn: `arn:aws:bedrock:${region}:${accountId}:async-invoke/${id}`,
        modelArn,
        ...(clientRequestToken === undefined ? {} : { clientRequestToken }),
        submitTime,
        outputDataConfig: { s3OutputDataConfig: { ...s3OutputDataConfig, s3Uri } },
      },
      fingerprint,
      endsAt: submitTime.getTime() + durationMs,
      stored: undefined,
      addresses: [],
    };
    this.#jobs.set(job.summary.invocationArn, job);
    this.#forget();
    void work(s3Uri)
      .catch(failed)
      .then((output) => {
        job.stored = this.#store(job, output).catch(failed);
      });
    return job.summary.invocationArn;
  }

  async #store(job: Job, output: JobOutput): Promise<JobOutput> {
    if (!('files' in output)) return output;
    const { s3Uri } = job.summary.outputDataConfig.s3OutputDataConfig;
    for (const [name, bytes] of Object.entries(output.files)) {
      const address = `${s3Uri}/${name}`;
      this.objects.set(address, bytes);
      job.addresses.push(address);
      this.#bytes += bytes.length;
      if (this.#settings.folder === undefined) continue;
      const { writeObject } = await import('./folder.ts');
      await writeObject(this.#settings.folder, address, bytes);
    }
    return output;
  }

  #forget(): void {
    const now = this.#settings.now().getTime();
    for (const [arn, { stored, endsAt, addresses }] of this.#jobs) {
      if (this.#jobs.size <= mostJobs && this.#bytes <= mostBytes) return;
      if (stored === undefined || now < endsAt) continue;
      this.#jobs.delete(arn);
      for (const address of addresses) {
        this.#bytes -= this.objects.get(address)?.length ?? 0;
        this.objects.delete(address);
      }
    }
  }

  async find(invocationArn: string): Promise<AsyncInvokeSummary | undefined> {
    const job = this.#jobs.get(invocationArn);
    return job === undefined ? undefined : this.#told(job);
  }

  /** All of them, oldest first, each with its place, which stays its own when others come and go. */
  async list(): Promise<{ readonly place: number; readonly job: AsyncInvokeSummary }[]> {
    const jobs = [...this.#jobs.values()];
    return Promise.all(jobs.map(async (job) => ({ place: job.place, job: await this.#told(job) })));
  }

  async #told({ summary, endsAt, stored }: Job): Promise<AsyncInvokeSummary> {
    const end = new Date(endsAt);
    if (stored === undefined || this.#settings.now() < end) {
      const status: AsyncInvokeStatus = 'InProgress';
      return { ...summary, status, lastModifiedTime: summary.submitTime };
    }
    const output = await stored;
    const ended = { ...summary, lastModifiedTime: end, endTime: end };
    return 'failure' in output
      ? { ...ended, status: 'Failed', failureMessage: output.failure.slice(0, 2048) }
      : { ...ended, status: 'Completed' };
  }
}

function failed(error: unknown): JobOutput {
  return { failure: error instanceof Error ? error.message : String(error) };
}
