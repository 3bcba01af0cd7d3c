package org.bpmndoc.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bpmndoc.store.sql.Samples.BILL;
import static org.bpmndoc.store.sql.Samples.FINGERPRINT;
import static org.bpmndoc.store.sql.Samples.LINEAGE;
import static org.bpmndoc.store.sql.Samples.ORDER;
import static org.bpmndoc.store.sql.Samples.document;
import static org.bpmndoc.store.sql.Samples.sent;

import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;
import org.junit.jupiter.api.Test;

/// What every document store keeps to.
interface DocumentStoreContract {

  DocumentStore documents();

  @Test
  default void a_document_comes_back_with_every_field() {
    documents().put(document("first"), false);

    assertThat(documents().find(FINGERPRINT)).contains(document("first"));
    assertThat(documents().find(FINGERPRINT).orElseThrow().content().toString())
        .isEqualTo(document("first").content().toString());
  }

  @Test
  default void there_is_no_document_under_another_fingerprint() {
    documents().put(document("first"), false);

    assertThat(documents().find(new Fingerprint("0".repeat(64)))).isEmpty();
  }

  @Test
  default void a_document_stays_unless_it_is_to_be_replaced() {
    documents().put(document("first"), false);

    documents().put(document("second"), false);
    assertThat(documents().find(FINGERPRINT)).contains(document("first"));

    documents().put(document("third"), true);
    assertThat(documents().find(FINGERPRINT)).contains(document("third"));
  }

  @Test
  default void what_is_replaced_by_another_is_kept_oldest_first() {
    assertThat(documents().earlier(FINGERPRINT)).isEmpty();
    documents().put(document("first"), true);
    documents().put(document("second"), true);
    documents().put(document("second"), true);
    documents().put(document("third"), true);

    assertThat(documents().earlier(FINGERPRINT))
        .containsExactly(document("first"), document("second"));
    assertThat(documents().find(FINGERPRINT)).contains(document("third"));
  }

  @Test
  default void what_was_sent_comes_back_with_every_field_and_stays() {
    documents().put(document("first"), sent("Order"), false);
    documents().put(document("second"), sent("Bill"), true);

    assertThat(documents().sent(FINGERPRINT)).contains(sent("Order"));
    assertThat(documents().find(FINGERPRINT)).contains(document("second"));
    assertThat(documents().sent(new Fingerprint("0".repeat(64)))).isEmpty();
  }

  @Test
  default void a_document_may_be_there_without_what_was_sent_for_it() {
    documents().put(document("first"), false);

    assertThat(documents().sent(FINGERPRINT)).isEmpty();
  }

  @Test
  default void a_subject_has_the_document_it_was_given_last() {
    Assignment old = new Assignment(FINGERPRINT, LINEAGE, "r1");
    Assignment current = new Assignment(new Fingerprint("0".repeat(64)), Lineage.NONE, "r2");

    documents().assign(ORDER, old);
    documents().assign(BILL, old);
    documents().assign(ORDER, current);

    assertThat(documents().assignments())
        .hasSize(2)
        .containsEntry(ORDER, current)
        .containsEntry(BILL, old);
    assertThat(documents().assignments().keySet()).containsExactly(ORDER, BILL);
  }

  @Test
  default void nobody_has_a_document_at_first() {
    assertThat(documents().assignments()).isEmpty();
  }

  @Test
  default void what_is_kept_is_listed_in_order() {
    assertThat(documents().fingerprints()).isEmpty();
    documents().put(document("first"), false);
    documents().put(document("again"), false);

    assertThat(documents().fingerprints()).containsExactly(FINGERPRINT);
  }
}
