/** The files of what was dropped, those in folders too. */

/** More than anybody hands in; a whole disk that was dropped by mistake ends here. */
const MOST = 100_000

/** What was dropped can be asked for only at once, before anything is waited for. */
export async function filesIn(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].flatMap(item => (item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : []))
  if (entries.length === 0) return [...transfer.files]
  const files: File[] = []
  const waiting: FileSystemEntry[] = entries
  for (let entry = waiting.shift(); entry && files.length < MOST; entry = waiting.shift()) {
    if (isFolder(entry)) waiting.push(...(await allIn(entry)))
    else files.push(await fileOf(entry as FileSystemFileEntry))
  }
  return files
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  // One that can't be opened is told of by its name.
  return new Promise(resolve => entry.file(resolve, () => resolve(new File([], entry.name))))
}

/** A folder gives its entries in parts. */
async function allIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>(resolve => reader.readEntries(resolve, () => resolve([])))
    if (part.length === 0) return all
    all.push(...part)
  }
}
