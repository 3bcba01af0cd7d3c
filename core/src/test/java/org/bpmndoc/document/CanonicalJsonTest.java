package org.bpmndoc.document;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CanonicalJsonTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void it_is_compact_in_the_order_given_and_without_a_smaller_sign() {
    ObjectNode json = JSON.createObjectNode();
    json.put("z", "a < b & \"c\" > 日本 🏦\n").put("<a>", true).putArray("list").add(1).addNull();

    assertThat(CanonicalJson.text(json))
        .isEqualTo(
            "{\"z\":\"a \\u003c b & \\\"c\\\" > 日本 🏦\\n\",\"\\u003ca>\":true,\"list\":[1,null]}");
  }

  @Property(tries = 300)
  void it_reads_back_as_the_same(@ForAll @UniqueElements java.util.List<String> texts) {
    ObjectNode json = JSON.createObjectNode();
    texts.forEach(text -> json.put(whole(text), whole(text)));

    String text = CanonicalJson.text(json);

    assertThat(text).doesNotContain("<");
    assertThat(JSON.readTree(text)).isEqualTo(json);
  }

  /// Without halves of surrogate pairs, which are no text.
  private static String whole(String text) {
    return text.codePoints()
        .filter(point -> Character.getType(point) != Character.SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
