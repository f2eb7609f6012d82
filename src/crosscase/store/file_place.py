"""Where a study lies: on this machine's disk, on a network, or in a cloud-synced folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath

__all__ = ["FilePlace", "place_of", "synced_folder_name"]

_NETWORK_TYPES = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "fuse.sshfs", "fuse.rclone",
    "fuse.davfs", "davfs", "ceph", "glusterfs", "lustre", "vboxsf", "fuse.vmhgfs-fuse",
}  # fmt: skip
_SYNCED = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box sync": "Box",
    "pclouddrive": "pCloud",
    "seafile": "Seafile",
    "syncthing": "Syncthing",
}


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A place that is shared between machines, and what to say about it."""

    name: str

    @property
    def warning(self) -> str:
        """A sentence with a way out."""
        return (
            f"This study lies in a folder shared by {self.name}. Only one person at a time can "
            "work in it there safely; keep it on your own disk and bring copies together with "
            "`crosscase merge`."
        )


def synced_folder_name(path: PurePath) -> str | None:
    """The name of the service that syncs a folder on this path, by the folder's name."""
    for part in path.parts:
        folded = part.casefold()
        for sign, name in _SYNCED.items():
            if folded == sign or folded.startswith((f"{sign} -", f"{sign}-", f"{sign} (")):
                return name
    return None


def place_of(path: Path, mounts: Path = Path("/proc/mounts")) -> FilePlace | None:
    """The shared place that a path lies in; None on a disk of this machine."""
    resolved = path.resolve()
    service = synced_folder_name(resolved)
    if service is not None:
        return FilePlace(service)
    if str(resolved).startswith("\\\\"):
        return FilePlace("the network")
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    best, kind = -1, ""
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = Path(fields[1].replace("\\040", " "))
        if resolved.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), fields[2]
    return FilePlace("the network") if kind in _NETWORK_TYPES else None
