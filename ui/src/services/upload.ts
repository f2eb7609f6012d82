/** Sends files and tells how far they are on their way: the browser's `fetch` cannot say. */
import { connected, shutOut } from "./api";
import { Failure } from "./failure";
import { newIntent } from "./intent";

export interface UploadOptions {
  /** How many bytes have gone, of how many. */
  onProgress?: (sent: number, total: number) => void;
  /** Stops the sending; the promise is then rejected with the signal's reason. */
  signal?: AbortSignal;
}

interface Answered<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** Send a body that holds files; the answer has the shape of those of `api`. */
export function upload<T>(
  method: "POST" | "PUT",
  path: string,
  body: FormData,
  { onProgress, signal }: UploadOptions = {},
): Promise<Answered<T>> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const end = (settle: () => void) => {
      signal?.removeEventListener("abort", stop);
      settle();
    };
    request.open(method, path);
    request.setRequestHeader("Intent", newIntent());
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(loaded, total);
    request.onload = () =>
      end(() => {
        connected.set(true);
        const { status } = request;
        if (status === 401) shutOut.set(true);
        const response = new Response(null, { status });
        const answer: unknown = request.response;
        done(response.ok ? { data: answer as T, response } : { error: answer, response });
      });
    request.onerror = () =>
      end(() => {
        connected.set(false);
        failed(Failure.notConnected());
      });
    request.onabort = () => end(() => failed(signal?.reason as Error));
    signal?.addEventListener("abort", stop);
    request.send(body);
    if (signal?.aborted) stop();
  });
}
