package org.bpmndoc.store.sql;

import java.util.Locale;
import java.util.Set;

/// Which file systems are shared with other machines. On those, locks and shared memory do not hold
/// what SQLite relies on.
final class NetworkDrives {

  private static final Set<String> TYPES =
      Set.of(
          "9p",
          "afpfs",
          "afs",
          "beegfs",
          "ceph",
          "cifs",
          "davfs",
          "davfs2",
          "fuse.ceph",
          "fuse.davfs",
          "fuse.davfs2",
          "fuse.gcsfuse",
          "fuse.glusterfs",
          "fuse.rclone",
          "fuse.s3fs",
          "fuse.sshfs",
          "fuse.vmhgfs-fuse",
          "glusterfs",
          "gpfs",
          "lustre",
          "ncpfs",
          "nfs",
          "nfs3",
          "nfs4",
          "prl_fs",
          "smb",
          "smb2",
          "smb3",
          "smbfs",
          "vboxsf",
          "vmhgfs",
          "webdav");

  private NetworkDrives() {}

  /// Judges by the type of a file store, as Java names it.
  static boolean isType(String type) {
    return TYPES.contains(type.toLowerCase(Locale.ROOT));
  }

  /// Judges by the path: `\\server\share` on Windows.
  static boolean isPath(String path) {
    return path.startsWith("\\\\") && !path.startsWith("\\\\?\\") && !path.startsWith("\\\\.\\")
        || path.toUpperCase(Locale.ROOT).startsWith("\\\\?\\UNC\\");
  }
}
