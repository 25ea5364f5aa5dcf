/** Requests to the server that gave us this page. Nothing else is ever asked. */
export type Params = Record<string, string | number | readonly string[] | null | undefined>;

/** The server's own words on why it did not answer. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export function address(path: string, params: Params = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== null && each !== undefined && each !== "") query.append(name, String(each));
    }
  }
  const asked = query.toString();
  return `/api/${path}${asked ? `?${asked}` : ""}`;
}

export async function get<T>(path: string, params: Params = {}, signal?: AbortSignal): Promise<T> {
  return read<T>(await fetch(address(path, params), { signal: signal ?? null }));
}

export async function send<T>(method: "POST" | "DELETE", path: string, body?: unknown, params: Params = {}): Promise<T> {
  const isFile = body instanceof Blob;
  const headers: Record<string, string> = isFile ? {} : { "content-type": "application/json" };
  const sent = body === undefined ? null : isFile ? body : JSON.stringify(body);
  return read<T>(await fetch(address(path, params), { method, headers, body: sent }));
}

async function read<T>(response: Response): Promise<T> {
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const said = (answer as { error?: string } | null)?.error;
    throw new ApiError(response.status, said ?? `the server answered ${response.status}`);
  }
  return answer as T;
}
