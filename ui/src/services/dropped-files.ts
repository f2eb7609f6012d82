/** The files among what was dropped on the page, those in folders too. */

/** The files that people mean: not those that systems put beside them. */
export function visibleFiles(files: Iterable<File>): File[] {
  return [...files].filter(({ name }) => !name.startsWith(".") && !name.startsWith("~$") && name !== "Thumbs.db");
}

/** To be called at once, in the event: what is dropped can be reached only then. */
export async function droppedFiles(data: DataTransfer): Promise<File[]> {
  const items = [...data.items].filter(({ kind }) => kind === "file");
  const loose: File[] = [];
  const entries: FileSystemEntry[] = [];
  for (const item of items) {
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    if (entry?.isDirectory) entries.push(entry);
    else if (file) loose.push(file);
  }
  const inFolders = await Promise.all(entries.map(filesOf));
  return visibleFiles([...loose, ...inFolders.flat()]);
}

export const holdsFiles = (data: DataTransfer | null): boolean => data?.types.includes("Files") ?? false;

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile)
    return new Promise((done) => (entry as FileSystemFileEntry).file((file) => done([file]), () => done([])));
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: File[] = [];
  // A folder tells its entries some at a time, until it tells none.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done) => reader.readEntries(done, () => done([])));
    if (some.length === 0) return found;
    for (const each of await Promise.all(some.map(filesOf))) found.push(...each);
  }
}
