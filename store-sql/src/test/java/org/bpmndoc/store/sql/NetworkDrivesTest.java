package org.bpmndoc.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkDrivesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"nfs", "nfs4", "cifs", "smb2", "smbfs", "SMBFS", "fuse.sshfs", "9p", "vboxsf"})
  void a_file_system_shared_with_other_machines_is_a_network_drive(String type) {
    assertThat(NetworkDrives.isType(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ext4", "xfs", "btrfs", "zfs", "overlay", "tmpfs", "apfs", "NTFS", "fuseblk", ""})
  void a_local_file_system_is_none(String type) {
    assertThat(NetworkDrives.isType(type)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\\\server\\share\\models", "\\\\?\\UNC\\server\\share"})
  void a_path_on_a_server_is_on_a_network_drive(String path) {
    assertThat(NetworkDrives.isPath(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/srv/models", "C:\\models", "\\\\?\\C:\\models", "\\\\.\\C:\\models"})
  void a_path_on_this_machine_is_not(String path) {
    assertThat(NetworkDrives.isPath(path)).isFalse();
  }
}
