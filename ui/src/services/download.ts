import { file } from "./api";
import type { FileAsked } from "./api";

/** Have the browser save what is at an address, under the name that the desk gives it. */
export function download(address: string, name = ""): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}

const KEPT_MS = 60_000; // a browser may read what it saves a little later

/** The same for a file that the desk may refuse: then it is a Failure, and nothing is saved. */
export async function saveFile(address: string, asked: FileAsked = {}): Promise<void> {
  const { content, name } = await file(address, asked);
  const held = URL.createObjectURL(content);
  download(held, name);
  setTimeout(() => URL.revokeObjectURL(held), KEPT_MS);
}
