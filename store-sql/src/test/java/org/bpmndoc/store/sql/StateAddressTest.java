package org.bpmndoc.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bpmndoc.store.sql.StateContract.refuses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.store.sql.StateException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateAddressTest {

  @Test
  void a_folder_is_a_folder() {
    assertThat(StateAddress.parse("some/folder", Map.of()))
        .isEqualTo(new StateAddress.Folder(Path.of("some", "folder")));
  }

  @Test
  void user_and_password_come_from_the_environment_and_are_never_shown() {
    String url = "jdbc:postgresql://db.example/bpmndoc?sslmode=require&currentSchema=orders";

    StateAddress address =
        StateAddress.parse(url, Map.of("PGUSER", "writer", "PGPASSWORD", "s3cret"));

    assertThat(address)
        .isEqualTo(new StateAddress.Server(url, Optional.of("writer"), Optional.of("s3cret")))
        .hasToString("jdbc:postgresql://db.example/bpmndoc?currentSchema=orders");
  }

  @Test
  void what_is_of_no_use_to_others_is_kept_on_this_machine_for_its_owner_only(@TempDir Path parent)
      throws IOException {
    Path here = parent.resolve(".bpmndoc");
    Path elsewhere = parent.resolve("state");

    assertThat(Postgres.address("jdbc:postgresql:x").localFolder("offline", here))
        .isEqualTo(here.resolve("offline"));
    assertThat(new StateAddress.Folder(elsewhere).localFolder("offline", here))
        .isEqualTo(elsewhere.resolve("offline"));

    assertThat(here.resolve(".gitignore")).hasContent("*");
    assertThat(Files.getPosixFilePermissions(here.resolve("offline")))
        .hasToString("[OWNER_READ, OWNER_WRITE, OWNER_EXECUTE]");
  }

  @Test
  void a_schema_may_be_about_passwords() {
    String url = "jdbc:postgresql://db.example/bpmndoc?currentSchema=password_resets";

    assertThat(StateAddress.parse(url, Map.of())).hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example/bpmndoc?user=u&password=s3cret",
        "jdbc:postgresql://db.example/bpmndoc?PassWord=s3cret",
        "jdbc:postgresql://db.example/bpmndoc?sslpassword=s3cret",
        "jdbc:postgresql://u:s3cret@db.example/bpmndoc",
        "jdbc:postgresql://db.example/bpmndoc?user=u:s3cret@x&password=y",
        "jdbc:mysql://u:s3cret@db.example/bpmndoc"
      })
  void a_password_in_the_address_is_refused_and_not_repeated(String url) {
    assertThatThrownBy(() -> StateAddress.parse(url, Map.of()))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("hint: set PGPASSWORD in the environment")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void another_database_is_refused() {
    refuses(
        Kind.ADDRESS,
        () -> StateAddress.parse("jdbc:mysql://db.example/bpmndoc?a=b", Map.of()),
        "at jdbc:postgresql://HOST/DATABASE, not at jdbc:mysql://db.example/bpmndoc\n");
  }

  @Test
  void an_address_that_the_driver_does_not_understand_is_refused() {
    refuses(
        Kind.ADDRESS,
        () -> State.open(Postgres.address("jdbc:postgresql://db.example:port/bpmndoc")),
        "understands");
  }
}
